package io.retrace.notifications;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.shared.RetryLater;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MailTasks {

    static final TaskDescriptor<MailJob> MAIL = TaskDescriptor.of("mail", MailJob.class);

    @Bean
    Task<MailJob> mail(Clerk clerk) {
        return Tasks.custom(MAIL).onFailure(new RetryLater<>()).execute((instance, context) -> {
            var next = clerk.write(instance.getData());
            return (complete, operations) ->
                    next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
        });
    }
}
