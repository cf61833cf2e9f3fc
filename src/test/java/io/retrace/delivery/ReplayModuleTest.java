package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not get through is seen, and what went out is sent once more, under the id it had. */
class ReplayModuleTest {

    private final DeliveryWorld world = new DeliveryWorld();

    private CompanySink sink;
    private PartnerId company;

    @BeforeEach
    void start() throws Exception {
        sink = new CompanySink();
        company = world.companies.byWebhook(sink.url());
    }

    @AfterEach
    void close() {
        sink.close();
        world.close();
    }

    @Test
    @UseCase({"UC-022/1", "UC-022/2"})
    void what_does_not_get_through_is_listed_with_its_cause_and_goes_out_at_once_when_support_says_so() {
        sink.will(CompanySink.status(500));
        world.mail.stop();
        var question = asked();
        while (waiting().noneMatch(one -> one.attempts() == 20)) world.workNext(); // ten by webhook, ten by mail
        var letter = waiting().findFirst().orElseThrow();
        assertThat(letter.obligation()).isEqualTo(question);
        assertThat(letter.attempts()).isEqualTo(20);
        assertThat(letter.cause()).isEqualTo("unreachable");
        assertThat(letter.next()).isAfter(world.clock.instant().plus(Duration.ofHours(23)));
        assertThat(world.letters.count()).isOne();

        sink.will(CompanySink.status(204));
        world.changes();
        world.replays.order(question);
        assertThat(world.changes()).singleElement().isInstanceOf(DeliveriesReplayed.class);
        world.work();
        world.work();
        assertThat(ids()).hasSize(11).containsOnly(ids().getFirst());
        assertThat(world.questions.reached(question)).hasSize(1);
        assertThat(world.letters.count()).isZero();
        assertThat(world.replays.newest(5)).singleElement().satisfies(order -> {
            assertThat(order.doneAt()).isNotNull();
            assertThat(order.sent()).isOne();
        });
    }

    @Test
    @UseCase("UC-022/3")
    void a_company_that_lost_what_it_had_gets_the_days_it_names_once_more_and_nothing_else() {
        asked();
        world.clock.advance(Duration.ofDays(3));
        var from = world.clock.instant();
        var lost = IntStream.range(0, 3).mapToObj(_ -> asked()).toList();
        var settled = asked();
        var other = world.questions.ask(world.companies.byWebhook(sink.url().resolve("/other")));
        deliver(other);
        world.clock.advance(Duration.ofDays(1));
        var until = world.clock.instant();
        asked();
        var before = ids();
        world.questions.close(settled);

        assertThat(world.replays.count(company, from, until)).isEqualTo(4);
        world.replays.order(company, from, until);
        while (world.open() > 0) world.workNext();
        assertThat(ids().subList(before.size(), ids().size()))
                .as("under their ids, without what was settled meanwhile")
                .containsExactlyInAnyOrderElementsOf(before.subList(1, 4));
        lost.forEach(one -> assertThat(world.questions.reached(one)).hasSize(1));
        var order = world.replays.newest(1).getFirst();
        assertThat(order.messages()).isEqualTo(4);
        assertThat(order.sent()).isEqualTo(4);
    }

    @Test
    @UseCase("UC-022/3")
    void more_than_one_turn_holds_goes_out_once_each() {
        var from = world.clock.instant();
        for (int i = 0; i < 700; i++) world.due(world.questions.ask(company), 0);
        world.jdbc
                .sql("update delivery set ended_at = written_at, ending = 'REACHED', next_attempt_at = null")
                .update();
        world.jdbc.sql("delete from scheduled_tasks").update();
        world.replays.order(company, from, world.clock.instant().plusSeconds(1));
        var order = world.replays.newest(1).getFirst();
        var work = world.bean(ReplayWork.class);
        assertThat(work.turn(order.id())).isPresent();
        assertThat(work.turn(order.id())).isEmpty();
        assertThat(work.turn(order.id())).as("a turn that is repeated").isEmpty();
        assertThat(world.replays.newest(1).getFirst().sent()).isEqualTo(700);
        assertThat(world.jdbc
                        .sql("select count(*) from delivery d join scheduled_tasks t"
                                + " on t.task_instance = d.obligation_id || ':' || d.round where d.ended_at is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(700);
    }

    @Test
    @UseCase("UC-022/4")
    void a_message_that_is_sent_once_more_begins_its_schedule_anew() {
        var question = asked();
        world.clock.advance(Duration.ofDays(30));
        sink.will(CompanySink.status(500));
        world.replays.order(question);
        world.work();
        world.work();
        assertThat(world.letters.count())
                .as("one failure is no reason to give up on its channel")
                .isZero();
        assertThat(Duration.between(world.clock.instant(), world.next())).isLessThan(Duration.ofMinutes(1));
        sink.will(CompanySink.status(204));
        world.workNext();
        assertThat(ids()).hasSize(3).containsOnly(ids().getFirst());
    }

    @Test
    @UseCase("UC-022/5")
    void an_order_for_nothing_is_refused() {
        var now = world.clock.instant();
        assertThatThrownBy(() -> world.replays.order(company, now, now.plusSeconds(60)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> world.replays.order(new ObligationId(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
        var moot = world.questions.ask(company);
        world.questions.close(moot);
        deliver(moot);
        assertThatThrownBy(() -> world.replays.order(moot)).isInstanceOf(Conflict.class);
        assertThat(world.open()).isZero();
        assertThat(world.changes()).isEmpty();
    }

    @Test
    @UseCase("UC-022/6")
    void an_order_that_is_given_twice_sends_once() throws Exception {
        var question = asked();
        world.changes();
        var refused = new AtomicInteger();
        try (var presses = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++)
                presses.submit(() -> {
                    try {
                        world.replays.order(question);
                    } catch (Conflict e) {
                        refused.incrementAndGet();
                    }
                });
        }
        assertThat(refused).hasValue(7);
        assertThat(world.changes()).hasSize(1);
        while (world.open() > 0) world.workNext();
        assertThat(ids()).hasSize(2);
        world.replays.order(question);
        assertThat(world.changes())
                .as("once it is done it can be ordered again")
                .hasSize(1);
    }

    private Stream<DeadLetter> waiting() {
        return world.letters.waiting(company, null, 10).items().stream();
    }

    private ObligationId asked() {
        var question = world.questions.ask(company);
        deliver(question);
        return question;
    }

    private void deliver(ObligationId question) {
        world.due(question, 0);
        world.work();
    }

    private List<String> ids() {
        return sink.received().stream().map(CompanySink.Received::id).toList();
    }
}
