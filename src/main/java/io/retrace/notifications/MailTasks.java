package io.retrace.notifications;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.retrace.shared.InTurns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MailTasks {

    static final TaskDescriptor<MailJob> MAIL = TaskDescriptor.of("mail", MailJob.class);

    @Bean
    Task<MailJob> mail(Clerk clerk) {
        return InTurns.task(MAIL, clerk::write);
    }
}
