package io.retrace.partners;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.shared.RetryLater;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SettingTasks {

    static final TaskDescriptor<SettingMailJob> SETTING_MAIL = TaskDescriptor.of("setting-mail", SettingMailJob.class);

    @Bean
    Task<SettingMailJob> settingMail(SettingClerk clerk) {
        return Tasks.custom(SETTING_MAIL).onFailure(new RetryLater<>()).execute((instance, context) -> {
            var next = clerk.write(instance.getData().mail());
            return (complete, operations) ->
                    next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
        });
    }
}
