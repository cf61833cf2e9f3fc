package io.retrace.obligations;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The next step of each obligation as a row of the queue, written with the change that sets it. */
@Component
class ChaseJobs {

    static final TaskDescriptor<ChaseTask> CHASE = TaskDescriptor.of("chase-obligation", ChaseTask.class);

    private final SchedulerClient queue;

    ChaseJobs(SchedulerClient queue) {
        this.queue = queue;
    }

    /**
     * Schedules what the agenda says. Never moves an earlier row, which may be running right now: that one finds that its
     * number has passed and does nothing.
     */
    void schedule(Obligation obligation) {
        if (obligation.agenda().nextActionAt() != null) queue.schedule(next(obligation));
    }

    /** The same for a number that was taken in this transaction: nobody can have a row for it, so none is looked for. */
    void scheduleNew(Obligation obligation) {
        if (obligation.agenda().nextActionAt() != null) queue.scheduleBatch(List.of(next(obligation)));
    }

    private static SchedulableInstance<ChaseTask> next(Obligation obligation) {
        var chase = obligation.agenda().chaseNo();
        return CHASE.instance(obligation.obligationId() + ":" + chase)
                .data(new ChaseTask(obligation.obligationId().value(), chase))
                .scheduledTo(requireNonNull(obligation.agenda().nextActionAt()));
    }

    /** Task data: a stored format (ADR 0004). */
    record ChaseTask(UUID obligation, int chase) {}

    @Configuration
    static class Handlers {

        @Bean
        Task<ChaseTask> chaseObligation(ChaseLife life) {
            return Tasks.oneTime(CHASE)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(30)))
                    .execute((task, context) -> life.step(
                            new ObligationId(task.getData().obligation()),
                            task.getData().chase()));
        }

        @Bean
        Task<Void> forgetInboundAnswers(InboundLog inbound) {
            return Tasks.recurring("forget-inbound-answers", Schedules.fixedDelay(Duration.ofHours(6)))
                    .execute((task, context) -> inbound.forgetOld());
        }
    }
}
