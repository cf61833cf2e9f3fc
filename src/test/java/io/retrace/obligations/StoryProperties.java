package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Any order of commands, answers, deliveries and days keeps what we promise. */
class StoryProperties {

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void any_order_of_events_keeps_the_truths(@ForAll("moves") List<Move> moves) {
        var story = new Story(World.shared());
        for (var move : moves) {
            move.on(story);
            check(story);
        }
        story.settle();
        check(story);
        for (var request : story.requests()) assertThat(request.status()).isEqualTo(expected(story, request));
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        var kinds = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just("ask")),
                Tuple.of(2, Arbitraries.just("askPhoto")),
                Tuple.of(2, Arbitraries.just("askCopy")),
                Tuple.of(1, Arbitraries.just("repeat")),
                Tuple.of(1, Arbitraries.just("withdraw")),
                Tuple.of(5, Arbitraries.just("deliver")),
                Tuple.of(5, Arbitraries.just("day")),
                Tuple.of(2, Arbitraries.just("fortnight")),
                Tuple.of(2, Arbitraries.just("acknowledge")),
                Tuple.of(8, Arbitraries.just("answer")),
                Tuple.of(2, Arbitraries.just("replay")),
                Tuple.of(2, Arbitraries.just("wrong")),
                Tuple.of(1, Arbitraries.just("resend")),
                Tuple.of(3, Arbitraries.just("settle")));
        var number = Arbitraries.integers().between(0, 11);
        return Combinators.combine(kinds, number, number)
                .as(Move::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    record Move(String kind, int which, int how) {

        void on(Story story) {
            switch (kind) {
                case "ask" -> story.askForAll();
                case "askPhoto" -> story.askForPhoto(which);
                case "askCopy" -> story.askForCopy();
                case "repeat" -> story.askAgainWithTheSameSubmission(which);
                case "withdraw" -> story.withdraw(which);
                case "deliver" -> story.deliver();
                case "day" -> story.timePasses(12 + which * 2);
                case "fortnight" -> story.timePasses(14 * 24);
                case "acknowledge" -> story.acknowledge(which);
                case "answer" -> story.answer(which, how);
                case "replay" -> story.replay(which);
                case "wrong" -> story.answerWrongly(which, how);
                case "resend" -> story.resend(which);
                case "settle" -> story.settle();
                default -> throw new IllegalArgumentException(kind);
            }
        }
    }

    private static void check(Story story) {
        for (var request : story.requests()) {
            explained(request);
            for (var company : story.progress(request)) {
                var said = story.answered(company.obligation());
                if (said == null) {
                    assertThat(company.word().answered())
                            .as("T1: only its answer settles it")
                            .isFalse();
                    if (company.timesAsked() == 0 && company.instants().acknowledgedAt() == null) {
                        assertThat(company.word()).isEqualTo(CompanyWord.NOT_ASKED_YET);
                    }
                } else {
                    assertThat(company.word())
                            .as("T8: what it said last is in force")
                            .isEqualTo(said);
                }
                assertThat(version(company))
                        .as("T8: every version stays")
                        .isEqualTo(story.versions(company.obligation()));
            }
        }
        nothingWaitsForEver(story);
        takenBackIsWhatIsAsked(story);
        oneItemPerPhotoAndCompanyOfOpenRequests(story);
    }

    private static int version(CompanyProgress company) {
        var copy = company.copy();
        var attestation = company.attestation();
        assertThat(copy == null || attestation == null)
                .as("a copy and a deletion are answered apart")
                .isTrue();
        if (copy != null) return copy.version();
        return attestation == null ? 0 : attestation.version();
    }

    /** T9: a deadline is there and says why. */
    private static void explained(SubjectRequest request) {
        assertThat(request.deadline().article()).isNotBlank();
        assertThat(request.deadline().due()).isAfterOrEqualTo(request.deadline().computed());
        assertThat(request.deadline().computed())
                .isEqualTo(request.deadline().start().plusMonths(1));
    }

    /** T3: what is open has a next action with a time and an owner, and a row of the queue that will take it. */
    private static void nothingWaitsForEver(Story story) {
        var forgotten = story.world()
                .db()
                .sql("""
                        select count(*) from obligation o
                         where o.subject_id = ? and o.cancelled_at is null and o.stage <> 'SETTLED'
                           and (o.next_action is null or o.next_action_at is null or o.owner is null
                                or not exists (
                                    select from scheduled_tasks t
                                     where t.execution_time = o.next_action_at
                                       and (t.task_instance = o.id || ':' || o.chase_no
                                            or t.task_name = 'release-request' and t.task_instance = o.request_id::text)))
                        """)
                .param(story.member().subject().value())
                .query(Integer.class)
                .single();
        assertThat(forgotten).as("T3: obligations that nothing will wake up").isZero();
        var settledUnanswered = story.world()
                .db()
                .sql("""
                        select count(*) from obligation
                         where subject_id = ? and stage = 'SETTLED' and answered_at is null and cancelled_at is null
                        """)
                .param(story.member().subject().value())
                .query(Integer.class)
                .single();
        assertThat(settledUnanswered).isZero();
    }

    /** T6: the take-backs are exactly the items to be erased that were not withdrawn; a copy takes nothing back. */
    private static void takenBackIsWhatIsAsked(Story story) {
        var differences = story.world()
                .db()
                .sql("""
                        with asked as (
                            select distinct i.photo_id, o.partner_no from obligation_item i
                              join obligation o on o.id = i.obligation_id
                             where o.subject_id = :subject and o.kind = 'ERASURE' and o.cancelled_at is null),
                        held as (select photo_id, partner_no from take_back where subject_id = :subject)
                        select (select count(*) from (select * from asked except select * from held) a)
                             + (select count(*) from (select * from held except select * from asked) b)
                        """)
                .param("subject", story.member().subject().value())
                .query(Integer.class)
                .single();
        assertThat(differences).as("T6: taken back is what is asked").isZero();
    }

    /** Merging: what an open request asks is not asked twice, and T2: nobody is asked who received nothing. */
    private static void oneItemPerPhotoAndCompanyOfOpenRequests(Story story) {
        var wrong = story.world()
                .db()
                .sql("""
                        select count(*) from (
                            select 1 from obligation_item i
                              join obligation o on o.id = i.obligation_id
                              join request r on r.id = o.request_id
                             where o.subject_id = :subject and o.cancelled_at is null
                               and (o.answered_at is null or r.status = 'UNDERWAY')
                             group by o.kind, i.photo_id, o.partner_no having count(*) > 1
                            union all
                            select 1 from obligation_item i join obligation o on o.id = i.obligation_id
                             where o.subject_id = :subject and not exists (
                                select from disclosure d where d.subject_id = i.subject_id
                                   and d.photo_id = i.photo_id and d.partner_no = o.partner_no)) x
                        """)
                .param("subject", story.member().subject().value())
                .query(Integer.class)
                .single();
        assertThat(wrong).isZero();
    }

    /** T10, worked out from what the companies said and from nothing that is stored about the request. */
    private static RequestStatus expected(Story story, SubjectRequest request) {
        if (request.status() == RequestStatus.WITHDRAWN) return RequestStatus.WITHDRAWN;
        if (request.releasedAt() == null) return RequestStatus.RECEIVED;
        var companies = story.progress(request);
        var words = companies.stream().map(CompanyProgress::word).toList();
        if (words.stream().allMatch(word -> word.answered() && !keeps(word))) {
            return RequestStatus.DONE;
        }
        var today = story.world().now().atZone(ZoneId.of("Europe/Berlin")).toLocalDate();
        var over = today.isAfter(request.deadline().due());
        if (!over && !words.stream().allMatch(CompanyWord::answered)) return RequestStatus.UNDERWAY;
        var somethingIsGone = companies.stream()
                .anyMatch(company -> company.word().answered()
                        && (!keeps(company.word())
                                || company.copy() != null
                                        && !company.copy().form().files().isEmpty()
                                || company.attestation() != null
                                        && company.attestation().form().method() != null));
        return somethingIsGone ? RequestStatus.PARTLY_DONE : RequestStatus.NOT_DONE;
    }

    private static boolean keeps(CompanyWord word) {
        return word == CompanyWord.KEPT_SOME || word == CompanyWord.KEPT_SOME_BACK;
    }
}
