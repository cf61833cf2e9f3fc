package io.retrace.identity;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.identity.Closing.By;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes an order to erase a person, in the caller’s transaction: the row, its job, its event. */
@Component
class ErasingOrders {

    private final ErasingRows rows;
    private final SchedulerClient queue;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration undo;
    private final Duration notice;

    ErasingOrders(
            ErasingRows rows,
            SchedulerClient queue,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${retrace.erasing.undo:24h}") Duration undo,
            @Value("${retrace.erasing.notice:14d}") Duration notice) {
        this.rows = rows;
        this.queue = queue;
        this.events = events;
        this.clock = clock;
        this.undo = undo;
        this.notice = notice;
    }

    Closing take(SubjectId subject, By by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var wait = switch (by) {
            case MEMBER -> undo;
            case PLATFORM -> notice;
            case JOURNAL -> Duration.ZERO;
        };
        var order = new Closing(TimeOrderedId.at(now), subject, by, now, now.plus(wait), false);
        var stands = rows.order(order);
        if (!stands.id().equals(order.id())) return stands;
        queue.schedule(ErasingTasks.ERASE
                .instance(order.id().toString())
                .data(new ErasingTasks.ErasingTask(order.id()))
                .scheduledTo(order.eraseAt()));
        events.publishEvent(new AccountClosingOrdered(order.id(), subject, by, order.eraseAt(), now));
        return order;
    }
}
