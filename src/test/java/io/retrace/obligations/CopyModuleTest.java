package io.retrace.obligations;

import static io.retrace.obligations.CopyFixture.hadNothing;
import static io.retrace.obligations.CopyFixture.provided;
import static io.retrace.obligations.CopyFixture.sent;
import static io.retrace.obligations.CopyFixture.withheld;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.ledger.Selection;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A copy from the ask to the last answer, beside deletion and apart from it. */
class CopyModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company beacon = world.company();

    @BeforeEach
    void photos() {
        world.alone();
        world.photo(ada, lumen, beacon);
        world.photo(ada, lumen);
    }

    @Test
    @UseCase("UC-011/1")
    void a_copy_goes_out_at_once_and_cannot_be_taken_back() {
        var request = world.askForCopy(ada);
        assertThat(request.kind()).isEqualTo(RequestKind.ACCESS);
        assertThat(request.undoUntil()).isEqualTo(request.receivedAt());
        assertThat(request.deadline().computed())
                .isEqualTo(request.deadline().start().plusMonths(1));

        world.runDue();
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.UNDERWAY);
        assertThat(world.due(ada)).hasSize(2);
        assertThatThrownBy(() -> withdraw(request)).isInstanceOf(Conflict.class);
    }

    @Test
    @UseCase("UC-011/2")
    void what_an_open_copy_asks_for_is_not_asked_twice() {
        var first = world.ask(ada, new Selection.All()); // an erasure: no copy merges into it
        var copy = ((Submission.Accepted) copyFrom(Set.of(beacon))).request();
        var rest = (Submission.Accepted) copyFrom(Set.of(lumen, beacon));
        assertThat(rest.alreadyAsked()).containsExactly(copy.reference());
        assertThat(rest.request().companies()).isOne();
        assertThat(world.submitCopy(ada, UUID.randomUUID(), new Selection.All()))
                .isInstanceOf(Submission.Merged.class);
        assertThat(world.submit(ada, UUID.randomUUID(), new Selection.All()))
                .isEqualTo(new Submission.Merged(first.reference()));
    }

    @Test
    @UseCase("UC-011/3")
    void a_copy_takes_nothing_back_and_holds_nothing_back() {
        world.askedForCopy(ada);
        assertThat(takenBack()).isZero();

        var erasure = world.ask(ada);
        assertThat(takenBack()).isEqualTo(3);
        withdraw(erasure);
        assertThat(takenBack())
                .as("the copy of the same photos does not keep them")
                .isZero();
        assertThat(world.as(ada, () -> world.progress().words()))
                .as("what stands in the gallery is about deletion")
                .isEmpty();
    }

    @Test
    @UseCase("UC-011/4")
    void only_the_companys_answer_ends_it_and_in_words_of_its_own() {
        var request = world.askedForCopy(ada);
        assertThat(word(request, lumen)).isEqualTo(CompanyWord.ASKED);

        var obligation = world.obligation(request.id(), lumen);
        sent(world, lumen, obligation, "[1]");
        assertThat(word(request, lumen)).as("files alone are no answer").isEqualTo(CompanyWord.ASKED);

        answer(lumen, request, provided("answer-0001", null, sent(world, lumen, obligation, "[2]")));
        assertThat(word(request, lumen)).isEqualTo(CompanyWord.SENT_ITS_COPY);
        answer(beacon, request, hadNothing("answer-0001", null));
        assertThat(word(request, beacon)).isEqualTo(CompanyWord.HAD_NOTHING);
        assertThat(settled(request)).isEqualTo(RequestStatus.DONE);

        answer(beacon, request, withheld("answer-0002", "We looked again."));
        assertThat(word(request, beacon)).isEqualTo(CompanyWord.KEPT_SOME_BACK);
        assertThat(settled(request)).isEqualTo(RequestStatus.PARTLY_DONE);
        assertThat(world.as(ada, () -> world.progress().timeline(request.id())))
                .extracting(entry -> entry.key())
                .contains("answered-sent-its-copy", "answered-had-nothing", "amended-kept-some-back");
    }

    @Test
    @UseCase("UC-011/4")
    void whoever_keeps_everything_back_has_sent_nothing() {
        var request = world.askedForCopy(ada);
        answer(lumen, request, withheld("answer-0001", null));
        answer(beacon, request, withheld("answer-0001", null));
        assertThat(settled(request)).isEqualTo(RequestStatus.NOT_DONE);
        assertThat(world.as(ada, () -> world.requests().timeline(request.id())))
                .extracting(entry -> entry.key())
                .containsExactly("copy-received", "copy-released", "copy-not-done");
    }

    @Test
    @UseCase("UC-011/4")
    void a_company_that_stays_silent_is_chased_like_any_other() {
        var request = world.askedForCopy(ada);
        world.forward(Duration.ofDays(8));
        world.deliverAll();
        assertThat(world.company(ada, request, lumen).timesAsked()).isEqualTo(2);
        world.forward(Duration.ofDays(7));
        assertThat(word(request, lumen)).isEqualTo(CompanyWord.NO_ANSWER);
        assertThat(world.eventsOf(ada)).contains("ObligationReminded", "ObligationSilent");
    }

    @Test
    @UseCase("UC-011/13")
    void a_company_that_is_asked_to_erase_is_told_to_copy_first() {
        var copy = world.askedForCopy(ada);
        var erasure = world.asked(ada);
        var own = seen(lumen, copy).reference();
        assertThat(seen(lumen, erasure).copyFirst()).containsExactly(own);
        assertThat(seen(lumen, copy).copyFirst()).isEmpty();
        answer(lumen, copy, hadNothing("answer-0001", null));
        assertThat(seen(lumen, erasure).copyFirst()).isEmpty();
        assertThat(seen(beacon, erasure).copyFirst()).doesNotContain(own).hasSize(1);
    }

    @Test
    void support_reads_which_right_is_used() {
        var copy = world.askedForCopy(ada);
        var erasure = world.asked(ada);
        var kinds = world.asSupport(() -> world.support().queue(QueueFilter.OPEN, null, 100)).items().stream()
                .map(row -> row.request())
                .filter(request -> Set.of(copy.id(), erasure.id()).contains(request.id()))
                .map(request -> Map.entry(request.id(), request.kind()))
                .toList();
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        Map.entry(copy.id(), RequestKind.ACCESS), Map.entry(erasure.id(), RequestKind.ERASURE));
    }

    private Submission copyFrom(Set<Company> companies) {
        var ids = companies.stream().map(Company::id).collect(java.util.stream.Collectors.toSet());
        return world.submitCopy(ada, UUID.randomUUID(), new Selection.Companies(ids));
    }

    private CopyDesk.Receipt answer(Company company, SubjectRequest request, CopyForm form) {
        var id = world.obligation(request.id(), company);
        return world.as(company, () -> world.copies().answer(id, form));
    }

    private CompanyWord word(SubjectRequest request, Company company) {
        return world.company(ada, request, company).word();
    }

    private RequestStatus settled(SubjectRequest request) {
        world.runDue();
        return world.current(ada, request).status();
    }

    private CompanyObligation seen(Company company, SubjectRequest request) {
        var id = world.obligation(request.id(), company);
        return world.as(company, () -> world.desk().obligation(id));
    }

    private void withdraw(SubjectRequest request) {
        world.as(ada, () -> {
            world.requests().withdraw(request.id());
            return request;
        });
    }

    private int takenBack() {
        return world.db()
                .sql("select count(*) from take_back where subject_id = ?")
                .param(ada.subject().value())
                .query(Integer.class)
                .single();
    }
}
