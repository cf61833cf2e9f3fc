package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.obligations.CompanyProgress.NextAction;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException;
import io.retrace.testing.LeafCount;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A company that does not answer, from the first reminder to the day it answers after all (T3, T8). */
class ChaseModuleTest {

    private final World world = World.shared().alone();
    private final Member ada = world.member();
    private final Company mosaic = world.company(Duration.ofDays(14));
    private final LeafCount leaves = new LeafCount(world.bean(DataSource.class));

    @Test
    void it_is_asked_again_at_half_and_at_three_quarters_of_its_time() {
        var request = asked();
        next(request, NextAction.REMIND, Duration.ofDays(7));
        leaves.exactlyOne("obligation-reminded", () -> world.until(at(request, Duration.ofDays(7))));
        assertThat(world.due(ada))
                .singleElement()
                .satisfies(message -> assertThat(message.round()).isEqualTo(1));
        next(request, NextAction.REMIND, Duration.ofHours(252));
        leaves.exactlyOne("obligation-reminded", () -> world.until(at(request, Duration.ofHours(252))));
        next(request, NextAction.ESCALATE, Duration.ofDays(14));
        assertThat(word(request)).isEqualTo(CompanyWord.ASKED);
    }

    @Test
    @UseCase("UC-004/2")
    void when_its_time_is_over_it_is_silent_once_a_human_takes_over_and_it_is_asked_every_week() {
        var request = asked();
        world.until(at(request, Duration.ofDays(14).minusSeconds(1)));
        leaves.exactlyOne("obligation-silent", () -> world.until(at(request, Duration.ofDays(14))));
        assertThat(word(request)).isEqualTo(CompanyWord.NO_ANSWER);
        next(request, NextAction.ESCALATE, Duration.ofDays(21));
        assertThat(owner(request)).isEqualTo("SUPPORT");
        for (int week = 3; week < 10; week++) {
            if (week == 5) continue; // the legal deadline passes in it
            var end = Duration.ofDays(7L * week);
            world.until(at(request, end.minusSeconds(1)));
            leaves.exactlyOne("obligation-reminded", () -> world.until(at(request, end)));
        }
        assertThat(world.eventsOf(ada)).filteredOn("ObligationSilent"::equals).hasSize(1);
    }

    @Test
    void at_the_legal_deadline_nothing_confirmed_is_not_done_and_a_late_answer_completes_it() {
        var request = asked();
        world.forward(Duration.ofDays(40));
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.NOT_DONE);
        world.answer(mosaic, request, Forms.erased("answer-0001", world.today(), null));
        assertThat(word(request)).isEqualTo(CompanyWord.CONFIRMED_DELETED);
        world.runDue();
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.DONE);
        world.forward(Duration.ofMinutes(1)); // receipts are issued
        leaves.none(() -> world.forward(Duration.ofDays(100)));
    }

    @Test
    @UseCase("UC-004/4")
    void at_the_legal_deadline_one_silent_company_makes_it_partly_done() {
        var lumen = world.company();
        world.photo(ada, lumen, mosaic);
        var request = world.asked(ada);
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        world.forward(Duration.ofDays(20));
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.UNDERWAY);
        var lastDay = request.deadline().due();
        var end = lastDay.plusDays(1).atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant();
        world.until(end.minusMillis(1));
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.UNDERWAY);
        world.until(end);
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.PARTLY_DONE);
    }

    @Test
    void after_an_outage_missed_reminders_are_not_sent_one_after_the_other() {
        var request = asked();
        world.clock().set(at(request, Duration.ofDays(12)));
        leaves.exactlyOne("obligation-reminded", world::runDue);
        next(request, NextAction.ESCALATE, Duration.ofDays(14));
    }

    @Test
    void after_a_long_outage_it_is_silent_at_once() {
        var request = asked();
        world.clock().set(at(request, Duration.ofDays(15)));
        leaves.exactlyOne("obligation-silent", world::runDue);
        assertThat(owner(request)).isEqualTo("SUPPORT");
    }

    @Test
    void a_company_that_was_never_reached_is_asked_again_and_handed_over_but_never_called_silent() {
        world.photo(ada, mosaic);
        var request = world.ask(ada);
        world.until(request.undoUntil());
        var released = world.now();
        world.until(released.plus(Duration.ofDays(15)));
        assertThat(word(request)).isEqualTo(CompanyWord.NOT_ASKED_YET);
        assertThat(owner(request)).isEqualTo("SUPPORT");
        assertThat(world.due(ada)).hasSize(4);
        assertThat(world.eventsOf(ada)).doesNotContain("ObligationSilent");
        world.deliverAll();
        next(request, NextAction.REMIND, Duration.ofDays(7));
        assertThat(word(request)).isEqualTo(CompanyWord.ASKED);
    }

    @Test
    void an_answer_ends_the_chase() {
        var request = asked();
        world.answer(mosaic, request, Forms.neverHeld("answer-0001", null));
        assertThat(world.company(ada, request, mosaic).nextAction()).isNull();
        world.runDue();
        world.forward(Duration.ofMinutes(1)); // receipts are issued
        leaves.none(() -> world.forward(Duration.ofDays(60)));
    }

    @Test
    void when_a_duty_to_keep_ends_a_further_answer_falls_due_within_thirty_days() {
        var request = asked();
        var until = world.today().plusDays(90);
        world.answer(mosaic, request, Forms.keptModels("answer-0001", world.today(), until, null));
        world.runDue();
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.PARTLY_DONE);
        var dutyEnds =
                until.plusDays(1).atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant();
        var waiting = world.company(ada, request, mosaic);
        assertThat(waiting.nextAction()).isEqualTo(NextAction.FOLLOW_UP);
        assertThat(waiting.nextActionAt()).isEqualTo(dutyEnds);
        world.until(dutyEnds.minusSeconds(60));
        leaves.exactlyOne("obligation-reminded", () -> world.until(dutyEnds));
        var id = world.obligation(request.id(), mosaic);
        assertThat(world.asking().question(id).stillOpen()).isTrue();
        assertThat(world.asking().question(id).due()).isEqualTo(until.plusDays(30));
        assertThat(world.as(mosaic, () -> world.desk().inbox(false, null, 10)).items())
                .hasSize(1);
        assertThat(word(request)).isEqualTo(CompanyWord.KEPT_SOME);
        world.answer(mosaic, request, Forms.erased("answer-0002", world.today(), "The duty has ended."));
        world.runDue();
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.DONE);
    }

    @Test
    void a_follow_up_that_does_not_come_goes_to_a_human() {
        var request = asked();
        LocalDate until = world.today().plusDays(10);
        world.answer(mosaic, request, Forms.kept("answer-0001", until, null));
        world.forward(Duration.ofDays(45));
        assertThat(owner(request)).isEqualTo("SUPPORT");
        assertThat(word(request)).isEqualTo(CompanyWord.KEPT_SOME);
        assertThat(world.company(ada, request, mosaic).nextAction()).isEqualTo(NextAction.ESCALATE);
    }

    @Test
    @UseCase("UC-007/3")
    void support_asks_once_more_with_one_command_until_the_company_has_answered_for_good() {
        var request = asked();
        var id = world.obligation(request.id(), mosaic);
        leaves.exactlyOne("obligation-reminded", () -> resend(id));
        assertThat(world.due(ada)).hasSize(1);
        world.answer(mosaic, request, Forms.erased("answer-0001", world.today(), null));
        leaves.none(() -> assertThatThrownBy(() -> resend(id)).isInstanceOf(DomainException.Conflict.class));
    }

    @Test
    void what_did_not_go_out_cannot_be_sent_again() {
        world.photo(ada, mosaic);
        var request = world.ask(ada);
        assertThatThrownBy(() -> resend(world.obligation(request.id(), mosaic)))
                .isInstanceOf(DomainException.Conflict.class);
    }

    private SubjectRequest asked() {
        world.photo(ada, mosaic);
        return world.asked(ada);
    }

    private void resend(ObligationId id) {
        world.asSupport(() -> {
            world.support().resend(id);
            return id;
        });
    }

    private void next(SubjectRequest request, NextAction action, Duration afterAsking) {
        var progress = world.company(ada, request, mosaic);
        assertThat(progress.nextAction()).isEqualTo(action);
        assertThat(progress.nextActionAt()).isEqualTo(at(request, afterAsking));
    }

    private Instant at(SubjectRequest request, Duration afterAsking) {
        var askedAt = world.company(ada, request, mosaic).instants().askedAt();
        return Objects.requireNonNull(askedAt).plus(afterAsking);
    }

    private CompanyWord word(SubjectRequest request) {
        return world.company(ada, request, mosaic).word();
    }

    private String owner(SubjectRequest request) {
        return world.db()
                .sql("select owner from obligation where id = ?")
                .param(world.obligation(request.id(), mosaic).value())
                .query(String.class)
                .single();
    }
}
