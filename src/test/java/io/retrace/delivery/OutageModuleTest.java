package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.CompanySink.Received;
import io.retrace.obligations.ObligationId;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A company with many questions that is away for hours: left alone meanwhile, and not run over when it is back. */
class OutageModuleTest {

    @Test
    @UseCase("UC-015/4")
    void five_are_tried_the_others_wait_and_come_back_one_by_one() throws Exception {
        try (var world = new DeliveryWorld();
                var sink = new CompanySink();
                var other = new CompanySink()) {
            sink.will(CompanySink.status(503));
            var away = world.companies.byWebhook(sink.url());
            var missed =
                    Stream.generate(() -> world.questions.ask(away)).limit(60).toList();
            for (var question : missed) world.due(question, 0);
            for (int i = 0; i < 10; i++) world.work(); // ten at a time
            assertThat(sink.received()).as("then the line closes").hasSize(Pace.BREAKS_AT);

            var neighbour = world.questions.ask(world.companies.byWebhook(other.url()));
            world.due(neighbour, 0);
            world.work();
            assertThat(world.questions.reached(neighbour))
                    .as("nobody else notices")
                    .hasSize(1);

            for (int i = 0; i < 200; i++) world.workNext();
            assertThat(sink.received().size()).as("probes only").isBetween(Pace.BREAKS_AT + 1, 25);

            sink.will(CompanySink.status(204));
            sink.received().clear();
            for (int i = 0; i < 600 && unreached(world, missed) > 0; i++) world.workNext();
            assertThat(unreached(world, missed)).isZero();
            assertThat(sink.received()).extracting(Received::id).doesNotHaveDuplicates();
            assertThat(world.jdbc.sql("""
                            select max(n) from (select count(*) n from delivery_attempt where outcome = 'REACHED'
                            and channel = 'WEBHOOK' group by date_trunc('second', started_at)) a""").query(Long.class).single())
                    .as("no herd")
                    .isLessThanOrEqualTo(Duration.ofSeconds(1).dividedBy(Pace.GAP) + 20);
        }
    }

    private static long unreached(DeliveryWorld world, List<ObligationId> questions) {
        return questions.stream()
                .filter(question -> world.questions.reached(question).isEmpty())
                .count();
    }
}
