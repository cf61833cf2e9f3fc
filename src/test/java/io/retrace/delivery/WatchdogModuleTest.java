package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.UseCase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A message whose row of the queue was lost. */
class WatchdogModuleTest {

    @Test
    @UseCase("UC-015/10")
    void a_message_that_nothing_would_wake_is_put_back_and_support_is_told() throws Exception {
        try (var world = new DeliveryWorld();
                var sink = new CompanySink()) {
            var question = world.questions.ask(world.companies.byWebhook(sink.url()));
            world.due(question, 0);
            world.clock.advance(Duration.ofMinutes(2));
            world.watchdog.look();
            assertThat(world.log.alerts()).as("it has its row").isEmpty();

            world.jdbc
                    .sql("delete from scheduled_tasks where task_name = 'deliver'")
                    .update();
            world.watchdog.look();
            world.watchdog.look();
            assertThat(world.log.alerts())
                    .containsExactly(new DeliveryAlert("delivery-asleep", question, world.clock.instant()));
            world.work();
            assertThat(world.questions.reached(question)).hasSize(1);

            world.watchdog.look();
            assertThat(world.log.alerts()).as("what has ended needs no row").hasSize(1);
        }
    }
}
