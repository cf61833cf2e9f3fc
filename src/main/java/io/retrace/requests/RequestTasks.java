package io.retrace.requests;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.retrace.requests.RequestJobs.RequestTask;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The handlers of {@link RequestJobs}; a failed one is tried again until it works, because the law does not wait. */
@Configuration
class RequestTasks {

    private static final Duration RETRY = Duration.ofSeconds(30);

    @Bean
    Task<RequestTask> releaseRequest(RequestLife life) {
        return oneTime(RequestJobs.RELEASE, life::release);
    }

    @Bean
    Task<RequestTask> settleRequest(RequestLife life) {
        return oneTime(RequestJobs.SETTLE, life::settle);
    }

    @Bean
    Task<RequestTask> passLegalDeadline(RequestLife life) {
        return oneTime(RequestJobs.DEADLINE, life::settle);
    }

    @Bean
    Task<Void> forgetDrafts(KeptDrafts drafts) {
        return Tasks.recurring("forget-drafts", Schedules.fixedDelay(Duration.ofHours(6)))
                .execute((task, context) -> drafts.forgetOld());
    }

    private static Task<RequestTask> oneTime(TaskDescriptor<RequestTask> task, Consumer<RequestId> handler) {
        return Tasks.oneTime(task)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) ->
                        handler.accept(new RequestId(instance.getData().request())));
    }
}
