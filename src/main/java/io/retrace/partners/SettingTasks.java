package io.retrace.partners;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.shared.RetryLater;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SettingTasks {

    static final TaskDescriptor<SettingMailJob> SETTING_MAIL = TaskDescriptor.of("setting-mail", SettingMailJob.class);
    static final TaskDescriptor<SettingForgetJob> FORGET = TaskDescriptor.of("setting-forget", SettingForgetJob.class);

    @Bean
    Task<SettingMailJob> settingMail(SettingClerk clerk) {
        return inTurns(SETTING_MAIL, job -> clerk.write(job.mail()));
    }

    @Bean
    Task<SettingForgetJob> settingForget(SettingForgetting forgetting) {
        return inTurns(FORGET, job -> forgetting.forget(job.change()));
    }

    private static <T> Task<T> inTurns(TaskDescriptor<T> kind, Function<T, Optional<Instant>> turn) {
        return Tasks.custom(kind).onFailure(new RetryLater<>()).execute((instance, context) -> {
            var next = turn.apply(instance.getData());
            return (complete, operations) ->
                    next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
        });
    }
}
