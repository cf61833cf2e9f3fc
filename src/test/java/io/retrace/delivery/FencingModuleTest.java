package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.delivery.Deliveries.Turn;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.obligations.ObligationId;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers that die, and workers that were only asleep. */
class FencingModuleTest {

    private final DeliveryWorld world = new DeliveryWorld();

    private CompanySink sink;
    private ObligationId question;

    @BeforeEach
    void ask() throws Exception {
        sink = new CompanySink();
        question = world.questions.ask(world.companies.byWebhook(sink.url()));
    }

    @AfterEach
    void close() {
        sink.close();
        world.close();
    }

    @Test
    void a_dead_workers_delivery_is_taken_over_under_its_id() {
        world.due(question, 0);
        world.deliveries.take(question, 0, world.clock.instant());
        world.jdbc
                .sql("""
                        update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = ?,
                        version = version + 1""")
                .param(java.sql.Timestamp.from(world.clock.instant()))
                .update();
        world.clock.advance(Duration.ofHours(1));
        world.buryTheDead();
        world.workNext();
        assertThat(sink.received()).hasSize(1);
        assertThat(world.log.attempts(question))
                .extracting(DeliveryAttempt::outcome)
                .containsExactly("unknown", "reached");
    }

    @Test
    void a_worker_that_wakes_late_cannot_claim_what_another_has_claimed() {
        world.due(question, 0);
        var seen = taken();
        assertThatThrownBy(() -> world.deliveries.claim(seen.delivery(), seen.question(), world.clock.instant()))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }

    @Test
    @UseCase("UC-015/6")
    void what_a_worker_brings_that_slept_past_its_lease_is_not_written() {
        world.due(question, 0);
        var slept = taken().delivery();
        world.work(); // another takes over
        assertThat(world.questions.reached(question)).hasSize(1);
        for (var word : List.of(Word.REFUSED, Word.REACHED)) {
            assertThatThrownBy(() -> world.deliveries.record(slept, 1, Outcome.of(word), world.clock.instant()))
                    .isInstanceOf(Deliveries.Overtaken.class);
        }
        assertThat(world.log.attempts(question))
                .extracting(DeliveryAttempt::outcome)
                .containsExactly("unknown", "reached");
    }

    @Test
    void nor_while_the_one_who_took_over_has_not_ended() {
        sink.will(CompanySink.status(500));
        world.due(question, 0);
        var slept = taken().delivery();
        world.work();
        var next = world.next();
        assertThatThrownBy(() -> world.deliveries.record(slept, 1, Outcome.of(Word.REACHED), world.clock.instant()))
                .isInstanceOf(Deliveries.Overtaken.class);
        assertThat(world.questions.reached(question)).isEmpty();
        assertThat(world.next()).isEqualTo(next);
    }

    private Turn.Goes taken() {
        return (Turn.Goes) world.deliveries.take(question, 0, world.clock.instant());
    }
}
