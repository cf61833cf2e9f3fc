package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.ledger.PhotoId;
import io.retrace.ledger.Selection;
import io.retrace.obligations.CopyForm.SentFile;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One member, three companies, four photos, and a model of what the answers so far must amount to. Every move does one
 * thing in the real world, checks that it left the evidence it should (T4), and updates the model.
 */
final class Story {

    private final World world;
    private final StoryRows rows;
    private final Member ada;
    private final List<Company> companies;
    private final List<PhotoId> photos = new ArrayList<>();
    private final List<UUID> submissions = new ArrayList<>();
    private final List<SubjectRequest> requests = new ArrayList<>();
    private final Map<ObligationId, CompanyWord> answered = new HashMap<>();
    private final Map<ObligationId, AttestationForm> lastForm = new HashMap<>();
    private final Map<ObligationId, CopyForm> lastCopy = new HashMap<>();
    private final Map<ObligationId, Integer> versions = new HashMap<>();
    private int answers;

    Story(World world) {
        this.world = world.alone();
        this.rows = new StoryRows(world);
        this.ada = world.member();
        this.companies = List.of(
                world.company(Duration.ofDays(2)),
                world.company(Duration.ofDays(14)),
                world.company(Duration.ofDays(50)));
        photos.add(world.photo(ada, companies.get(0), companies.get(1)));
        photos.add(world.photo(ada, companies.get(1)));
        photos.add(world.photo(ada, companies.toArray(Company[]::new)));
        photos.add(world.photo(ada));
    }

    void askForAll() {
        ask(UUID.randomUUID(), new Selection.All());
    }

    void askForCopy() {
        ask(() -> world.submitCopy(ada, UUID.randomUUID(), new Selection.All()));
    }

    void askForPhoto(int which) {
        ask(UUID.randomUUID(), new Selection.Photos(Set.of(photos.get(which % photos.size()))));
    }

    void askAgainWithTheSameSubmission(int which) {
        if (submissions.isEmpty()) return;
        var id = submissions.get(which % submissions.size());
        leaving(0, () -> world.submit(ada, id, new Selection.All()));
    }

    void withdraw(int which) {
        if (requests.isEmpty()) return;
        var request = world.current(ada, requests.get(which % requests.size()));
        var may = request.status() == RequestStatus.RECEIVED && world.now().isBefore(request.undoUntil());
        leaving(
                may ? 1 : 0,
                () -> refusable(() -> world.as(ada, () -> {
                    world.requests().withdraw(request.id());
                    return request;
                })));
        assertThat(world.current(ada, request).status() == RequestStatus.WITHDRAWN)
                .isEqualTo(may || request.status() == RequestStatus.WITHDRAWN);
    }

    void deliver() {
        world.deliverAll();
    }

    void timePasses(int hours) {
        world.forward(Duration.ofHours(hours));
    }

    void acknowledge(int which) {
        var id = obligation(which);
        if (id == null) return;
        var before = word(id);
        refusable(() -> world.as(
                company(id), () -> world.desk().acknowledge(id, world.today().plusDays(3))));
        if (before.answered() || before == CompanyWord.NO_ANSWER)
            assertThat(word(id)).isEqualTo(before);
    }

    /** Answers or amends; kind 0 erased, 1 had nothing, 2 kept everything, 3 kept the models. */
    void answer(int which, int kind) {
        var id = obligation(which);
        if (id == null || !rows.released(id)) return;
        var reason = answered.containsKey(id) ? "A further look." : null;
        if (rows.asksForCopy(id)) {
            answerWithCopy(id, kind, reason);
            return;
        }
        var form = StoryAnswers.form(world, kind, "answer-%04d".formatted(++answers), reason);
        leaving(1, () -> world.as(company(id), () -> world.desk().attest(id, form)));
        answered.put(id, StoryAnswers.outcome(kind));
        lastForm.put(id, form);
        versions.merge(id, 1, Integer::sum);
    }

    private void answerWithCopy(ObligationId id, int kind, @Nullable String reason) {
        var answerId = "answer-%04d".formatted(++answers);
        var form = switch (kind % 4) {
            case 0 -> CopyFixture.provided(answerId, reason, upload(id));
            case 1 -> CopyFixture.hadNothing(answerId, reason);
            case 2 -> CopyFixture.withheld(answerId, reason, upload(id));
            default -> CopyFixture.withheld(answerId, reason);
        };
        leaving(1, () -> world.as(company(id), () -> world.copies().answer(id, form)));
        answered.put(
                id,
                switch (kind % 4) {
                    case 0 -> CompanyWord.SENT_ITS_COPY;
                    case 1 -> CompanyWord.HAD_NOTHING;
                    default -> CompanyWord.KEPT_SOME_BACK;
                });
        lastCopy.put(id, form);
        versions.merge(id, 1, Integer::sum);
    }

    private SentFile upload(ObligationId id) {
        var before = rows.leaves();
        var file = CopyFixture.sent(world, company(id), id, "[" + answers + "]");
        assertThat(rows.leaves() - before).isOne();
        return file;
    }

    void replay(int which) {
        var id = obligation(which);
        var copy = id == null ? null : lastCopy.get(id);
        if (id != null && copy != null) {
            leaving(
                    0,
                    () -> assertThat(world.as(company(id), () -> world.copies().answer(id, copy))
                                    .replayed())
                            .isTrue());
            return;
        }
        var form = id == null ? null : lastForm.get(id);
        if (id == null || form == null) return;
        leaving(
                0,
                () -> assertThat(world.as(company(id), () -> world.desk().attest(id, form))
                                .replayed())
                        .isTrue());
    }

    /** Reuses an id for other content, answers again without saying why, or answers for somebody else. */
    void answerWrongly(int which, int how) {
        var id = obligation(which);
        if (id == null) return;
        var last = lastForm.get(id);
        leaving(0, () -> refused(() -> wrongly(id, last, how)));
    }

    private void wrongly(ObligationId id, @Nullable AttestationForm last, int how) {
        var by = how % 3 == 2 ? companyOtherThan(id) : company(id);
        var form = switch (how % 3) {
            case 0 -> StoryAnswers.form(world, 0, last == null ? "x" : last.answerId(), "other");
            case 1 -> StoryAnswers.form(world, 1, last == null ? "y" : "answer-again", null);
            default -> StoryAnswers.form(world, 0, "answer-foreign", null);
        };
        world.as(by, () -> world.desk().attest(id, form));
    }

    void resend(int which) {
        var id = obligation(which);
        if (id == null) return;
        refusable(() -> world.asSupport(() -> {
            world.support().resend(id);
            return id;
        }));
    }

    void settle() {
        world.runDue();
    }

    List<SubjectRequest> requests() {
        return requests.stream().map(request -> world.current(ada, request)).toList();
    }

    World world() {
        return world;
    }

    Member member() {
        return ada;
    }

    List<CompanyProgress> progress(SubjectRequest request) {
        return world.as(ada, () -> world.progress().companies(request.id()));
    }

    /** What the obligation’s last accepted answer says; null if it gave none. */
    @Nullable
    CompanyWord answered(ObligationId id) {
        return answered.get(id);
    }

    int versions(ObligationId id) {
        return versions.getOrDefault(id, 0);
    }

    private void ask(UUID submission, Selection selection) {
        var outcome = ask(() -> world.submit(ada, submission, selection));
        if (!(outcome instanceof Submission.NothingToErase)) submissions.add(submission);
    }

    private Submission ask(Supplier<Submission> asking) {
        var before = rows.leaves();
        var outcome = asking.get();
        assertThat(rows.leaves() - before).isEqualTo(outcome instanceof Submission.NothingToErase ? 0 : 1);
        if (outcome instanceof Submission.Accepted accepted) requests.add(accepted.request());
        return outcome;
    }

    private void leaving(int expected, Runnable move) {
        var before = rows.leaves();
        move.run();
        assertThat(rows.leaves() - before).as("leaves of this command").isEqualTo(expected);
    }

    private @Nullable ObligationId obligation(int which) {
        var all = world.db()
                .sql("select id from obligation where subject_id = ? order by id")
                .param(ada.subject().value())
                .query((row, number) -> new ObligationId(row.getObject("id", UUID.class)))
                .list();
        return all.isEmpty() ? null : all.get(which % all.size());
    }

    private Company company(ObligationId id) {
        var no = world.db()
                .sql("select partner_no from obligation where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
        return companies.stream()
                .filter(one -> one.id().value() == no)
                .findFirst()
                .orElseThrow();
    }

    private Company companyOtherThan(ObligationId id) {
        var own = company(id);
        return companies.stream().filter(one -> !one.equals(own)).findFirst().orElseThrow();
    }

    private CompanyWord word(ObligationId id) {
        return requests.stream()
                .flatMap(request -> progress(request).stream())
                .filter(company -> company.obligation().equals(id))
                .findFirst()
                .orElseThrow()
                .word();
    }

    private static void refusable(Runnable move) {
        try {
            move.run();
        } catch (DomainException refusal) {
            assertThat(refusal).isNotInstanceOf(DomainException.StepUpRequired.class);
        }
    }

    private static void refused(Runnable move) {
        try {
            move.run();
        } catch (DomainException refusal) {
            return;
        }
        throw new AssertionError("this should have been refused");
    }
}
