package io.retrace.identity;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.retrace.shared.InTurns;
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
        return InTurns.task(ERASE, task -> run.run(task.erasing()));
    }
}
