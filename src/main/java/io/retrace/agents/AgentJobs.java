package io.retrace.agents;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What becomes due for a filing later: rows of the one queue, written with the change that causes them. */
@Component
class AgentJobs {

    static final TaskDescriptor<FilingJob> SEEK = TaskDescriptor.of("seek-person", FilingJob.class);
    static final TaskDescriptor<FilingJob> LAPSE = TaskDescriptor.of("lapse-agent-request", FilingJob.class);
    static final TaskDescriptor<FilingJob> TELL = TaskDescriptor.of("tell-agent", FilingJob.class);

    private final SchedulerClient queue;

    AgentJobs(SchedulerClient queue) {
        this.queue = queue;
    }

    /** Looks for the person. */
    void seek(FilingId filing, Instant at) {
        schedule(SEEK, filing.toString(), filing, at);
    }

    /** Its time to be confirmed is over. */
    void lapse(FilingId filing, Instant at) {
        schedule(LAPSE, filing.toString(), filing, at);
    }

    /** Tells its agent that there is something new; nothing if it named no address for that. */
    void tell(Filing filing, Instant at) {
        if (filing.callback() == null) return;
        schedule(TELL, filing.id() + ":" + UUID.randomUUID(), filing.id(), at);
    }

    private void schedule(TaskDescriptor<FilingJob> task, String instance, FilingId filing, Instant at) {
        queue.schedule(
                task.instance(instance).data(new FilingJob(filing.value())).scheduledTo(at));
    }

    /** Task data: a stored format (ADR 0004). */
    record FilingJob(UUID filing) {

        FilingId id() {
            return new FilingId(filing);
        }
    }
}
