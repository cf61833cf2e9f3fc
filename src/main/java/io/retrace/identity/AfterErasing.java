package io.retrace.identity;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.identity.ErasingTasks.ErasingTask;
import io.retrace.shared.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Something happened about a person who is forgotten: a company amends its answer, which it may. Evidence and receipts are
 * written about it as about any other answer, so every step runs once more over them, as a row of the queue with that change.
 */
@Component
class AfterErasing {

    /** Receipts prove what was said just now, and go out within seconds; whoever is writing has committed long since. */
    static final Duration SETTLED = Duration.ofHours(2);

    private final ErasingRows rows;
    private final SchedulerClient queue;

    AfterErasing(ErasingRows rows, SchedulerClient queue) {
        this.rows = rows;
        this.queue = queue;
    }

    @EventListener
    void on(DomainEvent event) {
        var person = event.concerns();
        if (person != null) rows.doneFor(person).ifPresent(erasing -> sweep(erasing, event.occurredAt()));
    }

    /** One row for all that happens within an hour: it runs when that hour is long over, so nothing can be missed. */
    private void sweep(UUID erasing, Instant at) {
        var hour = at.truncatedTo(ChronoUnit.HOURS);
        queue.scheduleIfNotExists(ErasingTasks.ERASE
                .instance("after-" + erasing + "-" + hour.getEpochSecond())
                .data(new ErasingTask(erasing))
                .scheduledTo(hour.plus(SETTLED)));
    }
}
