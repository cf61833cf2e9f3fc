package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.retrace.shared.InTurns;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DeliveryTasks {

    static final TaskDescriptor<DeliverJob> DELIVER = TaskDescriptor.of("deliver", DeliverJob.class);
    static final TaskDescriptor<ReplayJob> REPLAY = TaskDescriptor.of("replay", ReplayJob.class);
    static final TaskDescriptor<EndpointNotice> TELL = TaskDescriptor.of("tell-endpoint", EndpointNotice.class);
    static final TaskDescriptor<TestEventJob> TEST = TaskDescriptor.of("test-event", TestEventJob.class);

    static final TaskDescriptor<OwnerLetterJob> OWNER = TaskDescriptor.of("tell-contract-owner", OwnerLetterJob.class);

    @Bean
    Task<OwnerLetterJob> tellContractOwner(OwnerLetters letters) {
        return InTurns.task(OWNER, letters::send);
    }

    @Bean
    Task<DeliverJob> deliver(Courier courier) {
        return InTurns.task(DELIVER, courier::deliver);
    }

    @Bean
    Task<ReplayJob> replay(ReplayWork work) {
        return InTurns.task(REPLAY, job -> work.turn(job.replay()));
    }

    @Bean
    Task<EndpointNotice> tellEndpoint(EndpointLetters letters) {
        return InTurns.task(TELL, letters::send);
    }

    @Bean
    Task<TestEventJob> testEvent(TestEventWork work) {
        return InTurns.task(TEST, work::send);
    }

    @Bean
    Task<Void> watchDeliveries(Watchdog watchdog) {
        return Tasks.recurring("watch-deliveries", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> watchdog.look());
    }

    @Bean
    RetrySchedule retrySchedule() {
        return new RetrySchedule(RandomGenerator.getDefault());
    }
}
