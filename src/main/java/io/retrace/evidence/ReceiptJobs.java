package io.retrace.evidence;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.identity.SubjectId;
import io.retrace.obligations.ObligationAnswered;
import io.retrace.obligations.ObligationId;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestSettled;
import io.retrace.shared.RetryLater;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Receipts fall due when a company answers and when a request comes to an end: rows of the queue, with that very change. */
@Component
class ReceiptJobs {

    static final TaskDescriptor<ReceiptTask> ISSUE = TaskDescriptor.of("issue-receipt", ReceiptTask.class);

    /** Settling a request is a job of its own, and leaves get their positions about once a second: let them go first. */
    static final Duration SOON = Duration.ofSeconds(2);

    /** Where nothing is signed, nothing is proved: then it is enough to look now and then. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final SchedulerClient queue;

    ReceiptJobs(SchedulerClient queue) {
        this.queue = queue;
    }

    @EventListener
    void on(ObligationAnswered event) {
        schedule(event.request(), event.subject(), event.obligation(), event.occurredAt());
    }

    @EventListener
    void on(RequestSettled event) {
        schedule(event.request(), event.subject(), null, event.occurredAt());
    }

    private void schedule(RequestId request, SubjectId subject, @Nullable ObligationId obligation, Instant at) {
        var task =
                new ReceiptTask(request.value(), subject.value(), obligation == null ? null : obligation.value(), null);
        queue.schedule(
                ISSUE.instance(TimeOrderedId.at(at).toString()).data(task).scheduledTo(at.plus(SOON)));
    }

    /**
     * Task data: a stored format (ADR 0004).
     *
     * @param waited how often it had to be put off, {@code null} for never
     */
    record ReceiptTask(
            UUID request,
            UUID subject,
            @Nullable UUID obligation,
            @Nullable Integer waited) {

        private int times() {
            return waited == null ? 0 : waited;
        }

        ReceiptTask again() {
            return new ReceiptTask(request, subject, obligation, times() + 1);
        }

        /** Leaves have their places within a second or two; if not, the log has stopped, and somebody has to look. */
        Duration delay() {
            var doubled = SOON.multipliedBy(1L << Math.min(times(), 20));
            return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        }
    }

    @Configuration
    static class Handlers {

        @Bean
        Task<ReceiptTask> issueReceipt(ReceiptOffice office, Clock clock) {
            return Tasks.custom(ISSUE).onFailure(new RetryLater<>()).execute((instance, context) -> {
                var done = office.work(instance.getData());
                return (complete, operations) -> {
                    if (done) operations.remove();
                    else
                        operations.reschedule(
                                complete,
                                clock.instant().plus(instance.getData().delay()),
                                instance.getData().again());
                };
            });
        }
    }
}
