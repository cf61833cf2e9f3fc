package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.shared.RetryLater;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class LinkTasks {

    static final TaskDescriptor<LinkMailJob> LINK_MAIL = TaskDescriptor.of("link-mail", LinkMailJob.class);

    @Bean
    Task<LinkMailJob> linkMail(LinkClerk clerk) {
        return Tasks.custom(LINK_MAIL).onFailure(new RetryLater<>()).execute((instance, context) -> {
            var next = clerk.write(instance.getData());
            return (complete, operations) ->
                    next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
        });
    }
}
