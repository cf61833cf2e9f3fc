package io.retrace.ledger;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.identity.Subjects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Photos between batch and table. */
@Component
class PhotoRows {

    private final BatchRows batches;
    private final Subjects subjects;
    private final SchedulerClient queue;
    private final ApplicationEventPublisher events;

    PhotoRows(BatchRows batches, Subjects subjects, SchedulerClient queue, ApplicationEventPublisher events) {
        this.batches = batches;
        this.subjects = subjects;
        this.queue = queue;
        this.events = events;
    }

    void write(PhotoBatch batch) {
        batches.store(batch, new PhotoTable(batch, subjects, queue, events));
    }
}
