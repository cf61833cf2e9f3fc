package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.identity.MadeUpExpiry;
import io.retrace.identity.MadeUpPeople;
import io.retrace.obligations.World.Company;
import io.retrace.sandbox.Sandbox;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about people who do not exist, in a portal that may have them. */
class SandboxModuleTest {

    private final World world = World.shared();
    private final Company tryout = world.company();
    private final Company other = world.company();

    @BeforeEach
    void purpose() {
        world.photo(world.member(), other);
    }

    @Test
    @UseCase("UC-024/4")
    void a_made_up_person_asks_the_calling_company_alone_and_at_once() {
        ask(3);
        world.runDue();

        var open = inbox(tryout);
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().items()).isEqualTo(3);
        assertThat(inbox(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_001})
    @UseCase("UC-024/4")
    void none_and_too_many_photos_are_refused(int photos) {
        assertThatThrownBy(() -> ask(photos)).isInstanceOf(RuleViolation.class);
        assertThat(made()).isZero();
    }

    @Test
    @UseCase("UC-024/5")
    void after_fifty_in_a_day_one_more_is_refused_and_the_next_day_it_is_not() {
        // by calls at the same time: four more than there are
        var refused = IntStream.range(0, Sandbox.MOST_A_DAY + 4)
                .parallel()
                .filter(n -> {
                    try {
                        ask(1);
                        return false;
                    } catch (Conflict enough) {
                        return true;
                    }
                })
                .count();

        assertThat(refused).isEqualTo(4);
        assertThat(made()).isEqualTo(Sandbox.MOST_A_DAY);
        olderBy(Duration.ofDays(1));
        ask(1);
        assertThat(made()).isEqualTo(Sandbox.MOST_A_DAY + 1);
    }

    @Test
    @UseCase("UC-024/6")
    void after_thirty_days_and_not_before_the_erasing_is_ordered_once() {
        var people = world.bean(MadeUpPeople.class);
        ask(1);
        olderBy(Duration.ofDays(29));
        MadeUpExpiry.run(people);
        assertThat(ordered()).isZero();

        olderBy(Duration.ofDays(30).plusMinutes(1));
        MadeUpExpiry.run(people);
        MadeUpExpiry.run(people);
        assertThat(ordered()).isEqualTo(1);
    }

    private long ordered() {
        return world.db()
                .sql("select count(*) from erasing e join subject s on s.id = e.subject_id"
                        + " where e.ordered_by = 'PLATFORM' and starts_with(s.member_ref, ?)")
                .param("sandbox-" + tryout.id() + "-")
                .query(Long.class)
                .single();
    }

    private void ask(int photos) {
        world.as(tryout, () -> {
            world.bean(Sandbox.class).ask(photos);
            return true;
        });
    }

    private List<CompanyObligation> inbox(Company company) {
        return world.as(company, () -> world.desk().inbox(false, null, 50)).items();
    }

    private long made() {
        return world.db()
                .sql("select count(*) from subject where starts_with(member_ref, ?)")
                .param("sandbox-" + tryout.id() + "-")
                .query(Long.class)
                .single();
    }

    private void olderBy(Duration time) {
        world.db()
                .sql("update subject set created_at = ? where starts_with(member_ref, ?)")
                .param(Timestamp.from(world.now().minus(time)))
                .param("sandbox-" + tryout.id() + "-")
                .update();
    }
}
