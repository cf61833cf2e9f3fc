package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.ledger.PhotoId;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.requests.RequestStatus;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What companies say of those to whom they passed items on, and what it does to a request. */
class OnwardModuleTest extends OnwardFixture {

    @Test
    @UseCase({"UC-026/1", "UC-026/2", "UC-026/3"})
    void what_a_company_says_adds_up_and_each_report_leaves_one_leaf() {
        var about = leaves.about(ada.subject().value());
        about.exactlyOne("onward-reported", () -> report(named("Harbour Data")));
        assertThat(child().word()).isEqualTo(CompanyWord.NOT_ASKED_YET);
        about.exactlyOne("onward-reported", () -> report(told("  harbour   DATA ", yesterday(), null, null)));
        assertThat(child().word()).isEqualTo(CompanyWord.ASKED);
        about.exactlyOne("onward-reported", () -> report(told("Harbour Data", yesterday(), today(), null)));
        assertThat(child().word()).as("answered, but what was done?").isEqualTo(CompanyWord.WORKING_ON_IT);
        about.exactlyOne("onward-reported", () -> report(told("Harbour Data", null, today(), Outcome.ERASED)));
        assertThat(child().word()).isEqualTo(CompanyWord.CONFIRMED_DELETED);
        assertThat(child().recipient()).isEqualTo("Harbour Data");
        assertThat(child().toldOn()).isEqualTo(yesterday());
        assertThat(count("onward_report")).isEqualTo(4);
    }

    @Test
    @UseCase("UC-026/2")
    void the_same_again_changes_nothing_and_something_else_needs_its_reason() {
        var said = told("Harbour Data", yesterday(), today(), Outcome.ERASED);
        assertThat(report(said).replayed()).isFalse();
        leaves.about(ada.subject().value())
                .none(() -> assertThat(report(said).replayed()).isTrue());
        leaves.about(ada.subject().value())
                .none(() -> assertThat(report(named("Harbour Data")).replayed())
                        .as("what is left out stays")
                        .isTrue());
        var other = told("Harbour Data", yesterday(), today(), Outcome.KEPT);
        assertThatThrownBy(() -> report(other))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("error.onward.stands"));
        report(new OnwardForm("Harbour Data", null, null, null, null, Outcome.KEPT, "They found an archive."));
        assertThat(child().word()).isEqualTo(CompanyWord.KEPT_SOME);
        assertThat(verdicts()).containsExactlyInAnyOrder("ACCEPTED", "REPLAYED", "REPLAYED", "CONFLICT", "ACCEPTED");
    }

    @Test
    @UseCase({"UC-026/1", "UC-026/6"})
    void a_request_is_not_done_while_a_recipient_has_not_answered() {
        world.answer(lumen, request, attested("Harbour Data"));
        world.runDue();
        assertThat(status()).as("its company has answered").isEqualTo(RequestStatus.UNDERWAY);
        var progress = world.company(ada, request, lumen);
        assertThat(progress.word()).as("its own answer is its own").isEqualTo(CompanyWord.CONFIRMED_DELETED);
        assertThat(progress.clean()).isFalse();
        assertThat(progress.unanswered()).extracting(PassedOn::name).containsExactly("Harbour Data");
        report(told("Harbour Data", yesterday(), today(), Outcome.ERASED));
        world.runDue();
        assertThat(status()).isEqualTo(RequestStatus.DONE);
    }

    @Test
    @UseCase("UC-026/2")
    void an_attestation_that_says_it_was_told_again_is_not_refused_for_an_older_answer() {
        report(told("Harbour Data", today().minusDays(5), today().minusDays(4), Outcome.ERASED));
        world.answer(lumen, request, Forms.passedOn("answer-0001", today(), "Harbour Data", yesterday()));
        assertThat(child().word()).isEqualTo(CompanyWord.ASKED);
        assertThat(child().toldOn()).isEqualTo(yesterday());
        assertThat(count("onward_obligation")).isOne();
    }

    @Test
    @UseCase("UC-026/6")
    void who_is_named_late_takes_done_back_and_gives_it_back_with_its_answer() {
        world.answer(lumen, request, Forms.erased("answer-0001", today(), null));
        world.runDue();
        assertThat(status()).isEqualTo(RequestStatus.DONE);
        report(named("Harbour Data"));
        world.runDue();
        assertThat(status()).isEqualTo(RequestStatus.PARTLY_DONE);
        report(told("Harbour Data", yesterday(), today(), Outcome.NEVER_HELD));
        world.runDue();
        assertThat(status()).isEqualTo(RequestStatus.DONE);
    }

    @Test
    @UseCase("UC-026/6")
    void what_a_recipient_kept_makes_it_partly_done() {
        report(told("Harbour Data", yesterday(), today(), Outcome.KEPT));
        world.answer(lumen, request, Forms.erased("answer-0001", today(), null));
        world.runDue();
        assertThat(status()).isEqualTo(RequestStatus.PARTLY_DONE);
        assertThat(world.company(ada, request, lumen).word()).isEqualTo(CompanyWord.CONFIRMED_DELETED);
    }

    @Test
    @UseCase("UC-026/7")
    void a_report_that_does_not_come_is_no_answer_once_and_support_has_it() {
        world.answer(lumen, request, attested("Harbour Data"));
        var end = world.db()
                .sql("select silent_after from onward_obligation where obligation_id = ?")
                .param(id.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        world.until(end.minusSeconds(1));
        assertThat(child().word()).isEqualTo(CompanyWord.NOT_ASKED_YET);
        world.until(end.plusSeconds(1));
        assertThat(world.eventsOf(ada).stream().filter("OnwardSilent"::equals)).hasSize(1);
        assertThat(child().word()).isEqualTo(CompanyWord.NO_ANSWER);
        assertThat(status()).isEqualTo(RequestStatus.PARTLY_DONE);
        var queue = world.asSupport(() -> world.support().queue(QueueFilter.WAITS_FOR_US, null, 100));
        assertThat(queue.items()).anyMatch(row -> row.request().id().equals(request.id()));
        world.bean(OnwardLife.class).watch(childId());
        assertThat(world.eventsOf(ada).stream().filter("OnwardSilent"::equals)).hasSize(1);
        report(told("Harbour Data", yesterday(), today(), Outcome.ERASED));
        world.runDue();
        assertThat(status()).as("a late report completes it").isEqualTo(RequestStatus.DONE);
    }

    @Test
    @UseCase("UC-026/8")
    void the_person_sees_it_under_the_company_that_named_it_and_nobody_else_does() {
        var photo = world.photo(ada, beacon);
        report(told("Harbour Data", yesterday(), null, null));
        assertThat(world.as(ada, () -> world.progress().passedOn(photo)))
                .as("another photo")
                .isEmpty();
        var own = world.db()
                .sql("select photo_id from obligation_item where obligation_id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
        var onTheTrail = world.as(ada, () -> world.progress().passedOn(new PhotoId(own)));
        assertThat(onTheTrail).containsOnlyKeys(lumen.id());
        assertThat(onTheTrail.get(lumen.id())).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Harbour Data");
            assertThat(one.toldOn()).isEqualTo(yesterday());
        });
        assertThat(world.as(world.member(), () -> world.progress().passedOn(new PhotoId(own))))
                .isEmpty();
        assertThat(world.asSupport(() -> world.support().companies(request.id()))
                        .getFirst()
                        .passedOn())
                .hasSize(1);
    }

    @Test
    @UseCase({"UC-026/7", "UC-015/10"})
    void a_recipient_that_no_row_of_the_queue_would_look_for_is_put_back() {
        report(new OnwardForm("Harbour Data", "harbour-nobody.example", null, null, null, null, null));
        world.alone();
        var sleepers = world.bean(Sleepers.class);
        assertThat(sleepers.wake(world.now().plusSeconds(1)))
                .contains(new Sleepers.Found(Sleepers.Kind.OBLIGATION_ASLEEP, id));
        assertThat(sleepers.wake(world.now().plusSeconds(1)))
                .doesNotContain(new Sleepers.Found(Sleepers.Kind.OBLIGATION_ASLEEP, id));
        world.forward(Duration.ofMinutes(1));
        assertThat(world.db()
                        .sql("select to_route from onward_obligation where obligation_id = ?")
                        .param(id.value())
                        .query(Boolean.class)
                        .single())
                .isFalse();
        world.alone();
        var late = world.now().plus(Duration.ofDays(60));
        assertThat(sleepers.wake(late)).contains(new Sleepers.Found(Sleepers.Kind.OBLIGATION_ASLEEP, id));
        world.until(late);
        assertThat(world.eventsOf(ada)).contains("OnwardSilent");
    }

    @Test
    @UseCase("UC-026/2")
    void the_same_recipient_named_at_once_is_one() throws Exception {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return report(named("Harbour Data")).replayed();
                    }))
                    .toList();
            start.countDown();
            var replayed = 0;
            for (var one : all) if (one.get()) replayed++;
            assertThat(replayed).isEqualTo(3);
        }
        assertThat(count("onward_obligation")).isOne();
    }
}
