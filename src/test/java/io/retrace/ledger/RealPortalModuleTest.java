package io.retrace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.identity.MadeUpPeople;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.testing.UseCase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A portal is for real people unless its operator says otherwise. */
class RealPortalModuleTest extends LedgerModule {

    @Autowired
    private MadeUpPeople people;

    @Test
    @UseCase("UC-024/3")
    void a_portal_for_real_people_answers_as_if_there_were_no_sandbox() {
        assertThatThrownBy(people::mustBePossible)
                .isInstanceOfSatisfying(
                        NotFound.class, refusal -> assertThat(refusal.key()).isEqualTo("error.not-found"));
        assertThatThrownBy(() -> people.another("1", 50)).isInstanceOf(NotFound.class);
        assertThat(jdbc.sql("select kind from portal_kind").query(String.class).single())
                .isEqualTo("REAL");
        assertThat(jdbc.sql("select count(*) from subject where member_ref like 'sandbox-%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
