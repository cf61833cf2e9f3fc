package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.shared.RetryLater;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OpenDsrTasks {

    static final TaskDescriptor<Look> LOOK = TaskDescriptor.of("look-at-opendsr", Look.class);

    /** What the queue keeps: the id of a submission. */
    record Look(UUID request) {}

    @Bean
    Task<Look> lookAtOpenDsr(OpenDsrWatch watch) {
        return Tasks.custom(LOOK).onFailure(new RetryLater<>()).execute((instance, context) -> {
            var next = watch.look(instance.getData().request());
            return (complete, operations) ->
                    next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
        });
    }
}
