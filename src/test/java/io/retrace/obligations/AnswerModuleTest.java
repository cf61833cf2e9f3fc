package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.LeafCount;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class AnswerModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final LeafCount leaves = new LeafCount(world.bean(DataSource.class));

    @Test
    @UseCase("UC-004/1")
    void what_reached_the_company_is_asked_and_never_more() {
        world.photo(ada, lumen);
        var request = world.ask(ada);
        assertThat(word(request)).isEqualTo(CompanyWord.NOT_ASKED_YET);
        world.until(request.undoUntil());
        assertThat(word(request)).isEqualTo(CompanyWord.NOT_ASKED_YET);
        world.deliverAll();
        assertThat(word(request)).isEqualTo(CompanyWord.ASKED);
        world.forward(Duration.ofDays(13));
        assertThat(word(request)).isEqualTo(CompanyWord.ASKED);
    }

    @Test
    void the_same_message_reported_again_changes_nothing_and_a_further_one_counts() {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        var id = world.obligation(request.id(), lumen);
        leaves.none(() -> world.asking().reached(id, id + ":0", world.now()));
        leaves.exactlyOne("obligation-asked", () -> world.asking().reached(id, id + ":1", world.now()));
        assertThat(world.company(ada, request, lumen).timesAsked()).isEqualTo(2);
    }

    @Test
    void acknowledging_makes_it_working_on_it_and_repeating_only_moves_the_day() {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        var day = world.today().plusDays(7);
        leaves.exactlyOne("obligation-acknowledged", () -> acknowledge(request, day));
        assertThat(word(request)).isEqualTo(CompanyWord.WORKING_ON_IT);
        leaves.none(() -> acknowledge(request, day));
        leaves.none(() -> acknowledge(request, null));
        var moved = leaves.exactlyOne("obligation-acknowledged", () -> acknowledge(request, day.plusDays(1)));
        assertThat(moved.expectedBy()).isEqualTo(day.plusDays(1));
        assertThatThrownBy(() -> acknowledge(request, world.today().minusDays(1)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void acknowledging_after_the_answer_changes_nothing() {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        answer(request, erased("answer-0001"));
        leaves.none(() -> acknowledge(request, world.today().plusDays(1)));
        assertThat(word(request)).isEqualTo(CompanyWord.CONFIRMED_DELETED);
    }

    @Test
    void an_answer_that_comes_before_we_noted_that_we_had_asked_counts() {
        world.photo(ada, lumen);
        var request = world.ask(ada);
        world.until(request.undoUntil());
        answer(request, erased("answer-0001"));
        assertThat(word(request)).isEqualTo(CompanyWord.CONFIRMED_DELETED);
        world.deliverAll();
        assertThat(word(request)).isEqualTo(CompanyWord.CONFIRMED_DELETED);
        world.runDue();
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.DONE);
    }

    @Test
    @UseCase("UC-005/6")
    void the_same_answer_again_is_recorded_once_and_says_so() {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        var first = leaves.exactlyOne("obligation-answered", () -> answer(request, erased("answer-0001")));
        var today = world.today();
        world.forward(Duration.ofDays(3));
        leaves.none(() -> assertThat(answer(request, Forms.erased("answer-0001", today, null)))
                .isEqualTo(new CompanyDesk.Receipt(first.attestation(), true)));
        assertThat(verdicts(request)).containsExactlyInAnyOrder("ACCEPTED", "REPLAYED");
    }

    @Test
    @UseCase("UC-005/6")
    void the_same_id_with_other_content_is_a_conflict_and_kept_with_its_verdict() {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        answer(request, erased("answer-0001"));
        leaves.none(() -> assertThatThrownBy(() -> answer(request, Forms.neverHeld("answer-0001", null)))
                .isInstanceOf(Conflict.class));
        assertThat(verdicts(request)).containsExactlyInAnyOrder("ACCEPTED", "CONFLICT");
        assertThat(word(request)).isEqualTo(CompanyWord.CONFIRMED_DELETED);
    }

    @Test
    @UseCase("UC-005/7")
    void a_further_answer_needs_its_reason_and_both_versions_stay() {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        answer(request, Forms.kept("answer-0001", world.today().plusYears(1), null));
        assertThatThrownBy(() -> answer(request, erased("answer-0002"))).isInstanceOf(Conflict.class);
        answer(request, Forms.erased("answer-0003", world.today(), "The duty ended early."));
        var id = world.obligation(request.id(), lumen);
        assertThat(world.as(ada, () -> world.progress().attestations(id)))
                .extracting(Attestation::version, Attestation::outcome)
                .containsExactly(tuple(1, CompanyWord.KEPT_SOME), tuple(2, CompanyWord.CONFIRMED_DELETED));
        assertThat(word(request)).isEqualTo(CompanyWord.CONFIRMED_DELETED);
    }

    @Test
    void a_first_answer_has_nothing_to_amend() {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        assertThatThrownBy(() -> answer(request, Forms.erased("answer-0001", world.today(), "because")))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("amends"));
        assertThat(verdicts(request)).containsExactlyInAnyOrder("INVALID");
    }

    @Test
    void a_company_that_takes_its_word_back_takes_done_away() {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        answer(request, erased("answer-0001"));
        world.runDue();
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.DONE);
        answer(request, Forms.kept("answer-0002", world.today().plusYears(1), "We found a copy in an archive."));
        world.runDue();
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.NOT_DONE);
    }

    @Test
    void an_exception_for_its_own_item_counts() {
        world.photo(ada, lumen);
        world.photo(ada, lumen);
        var request = world.asked(ada);
        var id = world.obligation(request.id(), lumen);
        var item =
                world.as(lumen, () -> world.desk().items(id, null, 1)).items().getFirst();
        var exceptions = List.of(new ItemException(item.ref(), Outcome.KEPT));
        var said = answer(
                        request,
                        Forms.withExceptions(
                                "answer-0001", world.today(), world.today().plusYears(1), exceptions))
                .attestation();
        assertThat(said.outcome()).isEqualTo(CompanyWord.KEPT_SOME);
        assertThat(said.erasedItems()).isEqualTo(1);
        assertThat(said.keptItems()).isEqualTo(1);
    }

    @Test
    void two_answers_at_once_settle_the_request_exactly_once_and_rightly() throws Exception {
        var companies = new ArrayList<Company>();
        for (int i = 0; i < 6; i++) companies.add(world.company());
        world.photo(ada, companies.toArray(Company[]::new));
        var request = world.asked(ada);
        var answers = companies.stream()
                .<Callable<Object>>map(company -> () -> {
                    var receipt = world.answer(company, request, erased("answer-0001"));
                    world.runDue();
                    return receipt;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(answers)) answer.get();
        }
        world.runDue();
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.DONE);
        assertThat(world.eventsOf(ada)).filteredOn("RequestSettled"::equals).hasSize(1);
    }

    @Test
    void the_same_answer_from_many_threads_is_one_version() throws Exception {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var form = erased("answer-0001");
            for (var answer : threads.invokeAll(
                    Collections.<Callable<CompanyDesk.Receipt>>nCopies(6, () -> answer(request, form)))) {
                assertThat(answer.get().attestation().version()).isEqualTo(1);
            }
        }
        assertThat(verdicts(request))
                .containsExactlyInAnyOrder("ACCEPTED", "REPLAYED", "REPLAYED", "REPLAYED", "REPLAYED", "REPLAYED");
    }

    @Test
    void an_attestation_cannot_be_changed_or_removed_even_by_hand() {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        answer(request, erased("answer-0001"));
        for (var sql : List.of("update attestation set kept_items = 0", "delete from attestation")) {
            assertThatThrownBy(() -> world.db().sql(sql).update()).isInstanceOf(DataAccessException.class);
        }
    }

    private CompanyObligation acknowledge(SubjectRequest request, @Nullable LocalDate day) {
        return world.as(lumen, () -> world.desk().acknowledge(world.obligation(request.id(), lumen), day));
    }

    private CompanyDesk.Receipt answer(SubjectRequest request, AttestationForm form) {
        return world.answer(lumen, request, form);
    }

    private AttestationForm erased(String id) {
        return Forms.erased(id, world.today(), null);
    }

    private CompanyWord word(SubjectRequest request) {
        return world.company(ada, request, lumen).word();
    }

    private List<String> verdicts(SubjectRequest request) {
        return world.db()
                .sql("select verdict from inbound_answer where obligation_id = ? order by received_at, id")
                .param(world.obligation(request.id(), lumen).value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
