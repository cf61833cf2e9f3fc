package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.shared.RetryLater;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ReplayTasks {

    static final TaskDescriptor<ReplayJob> REPLAY = TaskDescriptor.of("replay", ReplayJob.class);
    static final TaskDescriptor<EndpointNotice> TELL = TaskDescriptor.of("tell-endpoint", EndpointNotice.class);

    @Bean
    Task<ReplayJob> replay(ReplayWork work, Clock clock) {
        return Tasks.custom(REPLAY).onFailure(new RetryLater<>()).execute((instance, context) -> {
            var next = work.turn(instance.getData().replay(), clock.instant());
            return (complete, operations) ->
                    next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
        });
    }

    @Bean
    Task<EndpointNotice> tellEndpoint(EndpointLetters letters) {
        return Tasks.custom(TELL).onFailure(new RetryLater<>()).execute((instance, context) -> {
            var next = letters.send(instance.getData());
            return (complete, operations) ->
                    next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
        });
    }
}
