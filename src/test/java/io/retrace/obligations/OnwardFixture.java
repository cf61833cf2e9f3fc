package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.LeafCount;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A company that was asked about one photo, and what it says of those to whom it passed it on. */
abstract class OnwardFixture {

    final World world = World.shared().alone();
    final LeafCount leaves = new LeafCount(world.bean(DataSource.class));
    final Member ada = world.member();
    final Company lumen = world.company();
    final Company beacon = world.company();
    SubjectRequest request;
    ObligationId id;

    @BeforeEach
    void ask() {
        world.photo(ada, lumen);
        request = world.asked(ada);
        id = world.obligation(request.id(), lumen);
    }

    OnwardDesk.Receipt receive(String body) {
        return world.as(lumen, () -> desk().receive(id, body.getBytes(StandardCharsets.UTF_8), SignatureHeaders.NONE));
    }

    void refused(String field, OnwardForm form) {
        assertThatThrownBy(() -> report(form))
                .as(form.toString())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    AttestationForm attested(String recipient) {
        return Forms.passedOn("answer-0001", today(), recipient);
    }

    OnwardDesk.Receipt report(OnwardForm form) {
        return report(lumen, id, form);
    }

    OnwardDesk.Receipt report(Company by, ObligationId obligation, OnwardForm form) {
        return world.as(by, () -> desk().report(obligation, form));
    }

    OnwardDesk desk() {
        return world.bean(OnwardDesk.class);
    }

    static OnwardForm named(String recipient) {
        return new OnwardForm(recipient, null, null, null, null, null, null);
    }

    static OnwardForm told(
            String recipient, @Nullable LocalDate told, @Nullable LocalDate answered, @Nullable Outcome outcome) {
        return new OnwardForm(recipient, null, null, told, answered, outcome, null);
    }

    PassedOn child() {
        return world.company(ada, request, lumen).passedOn().getFirst();
    }

    UUID childId() {
        return world.db()
                .sql("select id from onward_obligation where obligation_id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
    }

    int count(String table) {
        return world.db()
                .sql("select count(*) from " + table + " where obligation_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    List<String> verdicts() {
        return world.db()
                .sql("select verdict from inbound_answer where obligation_id = ? order by id")
                .param(id.value())
                .query((row, number) -> row.getString("verdict"))
                .list();
    }

    RequestStatus status() {
        return world.current(ada, request).status();
    }

    LocalDate today() {
        return world.today();
    }

    LocalDate yesterday() {
        return world.today().minusDays(1);
    }
}
