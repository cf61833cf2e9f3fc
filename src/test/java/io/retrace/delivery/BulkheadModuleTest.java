package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrace.obligations.ObligationId;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkheadModuleTest {

    @Test
    @UseCase("UC-015/5")
    void a_hanging_company_holds_two_workers_and_delays_nobody() throws Exception {
        try (var world = new DeliveryWorld();
                var hanging = new CompanySink();
                var healthy = new CompanySink()) {
            hanging.will(hanging.hang());
            var stuck = world.companies.byWebhook(hanging.url());
            for (int i = 0; i < 20; i++) world.due(world.questions.ask(stuck), 0);
            var others = IntStream.range(0, 40)
                    .mapToObj(i -> world.questions.ask(world.companies.byWebhook(healthy.url())))
                    .toList();
            for (ObligationId other : others) world.due(other, 0);

            var queue = world.realQueue(8);
            queue.start();
            try {
                await().atMost(Duration.ofSeconds(15)).until(() -> {
                    world.clock.advance(Duration.ofMillis(200)); // lets the postponed come back
                    return others.stream()
                            .noneMatch(other -> world.questions.reached(other).isEmpty());
                });
                assertThat(hanging.received()).hasSize(2);
            } finally {
                hanging.close();
                queue.stop();
            }
        }
    }
}
