package io.retrace.obligations;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.shared.RetryLater;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What happens to recipients by itself, as rows of the queue, written with the change that calls for it. */
@Component
class OnwardJobs {

    static final TaskDescriptor<OnwardTask> ROUTE = TaskDescriptor.of("route-onward", OnwardTask.class);
    static final TaskDescriptor<OnwardTask> WATCH = TaskDescriptor.of("watch-onward", OnwardTask.class);

    private final SchedulerClient queue;

    OnwardJobs(SchedulerClient queue) {
        this.queue = queue;
    }

    /** Looks whether we can ask it ourselves. */
    void route(UUID recipient, Instant at) {
        queue.schedule(ROUTE.instance(recipient + ":" + UUID.randomUUID())
                .data(new OnwardTask(recipient))
                .scheduledTo(at));
    }

    /** Says that it is silent, if it still is then. */
    void watch(UUID recipient, Instant at) {
        queue.schedule(WATCH.instance(recipient.toString())
                .data(new OnwardTask(recipient))
                .scheduledTo(at));
    }

    /** Task data: a stored format (ADR 0004). */
    record OnwardTask(UUID recipient) {}

    @Configuration
    static class Handlers {

        @Bean
        Task<OnwardTask> routeOnward(OnwardLife life) {
            return Tasks.oneTime(ROUTE)
                    .onFailure(new RetryLater<>())
                    .execute((task, context) -> life.route(task.getData().recipient()));
        }

        @Bean
        Task<OnwardTask> watchOnward(OnwardLife life) {
            return Tasks.oneTime(WATCH)
                    .onFailure(new RetryLater<>())
                    .execute((task, context) -> life.watch(task.getData().recipient()));
        }
    }
}
