package io.retrace.identity;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.shared.RetryLater;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ErasingTasks {

    static final TaskDescriptor<ErasingTask> ERASE = TaskDescriptor.of("erase-person", ErasingTask.class);

    /** Task data: a stored format (ADR 0004). */
    record ErasingTask(UUID erasing) {}

    @Bean
    Task<ErasingTask> erasePerson(ErasingRun run) {
        return Tasks.custom(ERASE).onFailure(new RetryLater<>()).execute((instance, context) -> {
            var next = run.run(instance.getData().erasing());
            return (complete, operations) ->
                    next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
        });
    }
}
