package io.retrace.access;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Packages to be made and to be destroyed: rows of the one queue, written with the change that causes them. */
@Component
class PackageJobs {

    static final TaskDescriptor<PackageTask> MAKE = TaskDescriptor.of("make-package", PackageTask.class);
    static final TaskDescriptor<PackageTask> EXPIRE = TaskDescriptor.of("expire-package", PackageTask.class);

    private final SchedulerClient queue;

    PackageJobs(SchedulerClient queue) {
        this.queue = queue;
    }

    void make(PackageId id, Instant at) {
        schedule(MAKE, id, at);
    }

    void expire(PackageId id, Instant at) {
        schedule(EXPIRE, id, at);
    }

    private void schedule(TaskDescriptor<PackageTask> task, PackageId id, Instant at) {
        queue.schedule(
                task.instance(id.toString()).data(new PackageTask(id.value())).scheduledTo(at));
    }

    /** Task data: a stored format (ADR 0004). */
    record PackageTask(UUID packageId) {

        PackageId id() {
            return new PackageId(packageId);
        }
    }
}
