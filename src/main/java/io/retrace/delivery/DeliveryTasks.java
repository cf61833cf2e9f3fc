package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.shared.RetryLater;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DeliveryTasks {

    static final TaskDescriptor<DeliverJob> DELIVER = TaskDescriptor.of("deliver", DeliverJob.class);

    @Bean
    Task<DeliverJob> deliver(Courier courier) {
        return Tasks.custom(DELIVER).onFailure(new RetryLater<>()).execute((instance, context) -> {
            var next = courier.deliver(instance.getData());
            return (complete, operations) ->
                    next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
        });
    }

    @Bean
    RetrySchedule retrySchedule() {
        return new RetrySchedule(RandomGenerator.getDefault());
    }
}
