package io.retrace.requests;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What becomes due for a request later: rows of the one queue, written with the change that causes them. */
@Component
class RequestJobs {

    static final TaskDescriptor<RequestTask> RELEASE = TaskDescriptor.of("release-request", RequestTask.class);
    static final TaskDescriptor<RequestTask> SETTLE = TaskDescriptor.of("settle-request", RequestTask.class);
    static final TaskDescriptor<RequestTask> DEADLINE = TaskDescriptor.of("pass-legal-deadline", RequestTask.class);

    private final SchedulerClient queue;

    RequestJobs(SchedulerClient queue) {
        this.queue = queue;
    }

    void release(RequestId request, Instant at) {
        schedule(RELEASE, request.toString(), request, at);
    }

    void legalDeadline(RequestId request, Instant at) {
        schedule(DEADLINE, request.toString(), request, at);
    }

    /** One row per report: a report that comes while an earlier one is being worked on is counted after it, never lost. */
    void settle(RequestId request, Instant at) {
        schedule(SETTLE, request + ":" + UUID.randomUUID(), request, at);
    }

    private void schedule(TaskDescriptor<RequestTask> task, String instance, RequestId request, Instant at) {
        queue.schedule(
                task.instance(instance).data(new RequestTask(request.value())).scheduledTo(at));
    }

    /** Task data: a stored format (ADR 0004). */
    record RequestTask(UUID request) {}
}
