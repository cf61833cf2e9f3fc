package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import io.retrace.delivery.ReplayRows.Message;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.ForModules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries out a replay in turns of a few hundred messages, each turn one transaction that knows where the next goes on. */
@Service
@ForModules
class ReplayWork {

    private static final int AT_ONCE = 500;

    /** How long an execution needs at most to be taken off the queue once its message has come to an end. */
    private static final Duration BEING_REMOVED = Duration.ofSeconds(2);

    private final ReplayRows rows;
    private final Paces paces;
    private final PartnerDirectory partners;
    private final SchedulerClient queue;
    private final Clock clock;

    ReplayWork(ReplayRows rows, Paces paces, PartnerDirectory partners, SchedulerClient queue, Clock clock) {
        this.rows = rows;
        this.paces = paces;
        this.partners = partners;
        this.queue = queue;
        this.clock = clock;
    }

    /** One turn; says when the next one is due, or nothing if it is done. */
    @Transactional
    public Optional<Instant> turn(UUID id) {
        var now = clock.instant();
        var replay = rows.lock(id);
        if (replay.doneAt() != null) return Optional.empty();
        var found = rows.next(replay, AT_ONCE);
        var again = new ArrayList<Message>();
        for (var message : found) {
            if (!queued(message, now)) break;
            again.add(message);
        }
        if (!again.isEmpty()) {
            rows.reopen(again, partners.partner(replay.company()).channel(), now);
            rows.advance(id, again.getLast(), again.size());
            paces.open(replay.company());
        }
        if (again.size() < found.size()) return Optional.of(now.plus(BEING_REMOVED));
        if (found.size() == AT_ONCE) return Optional.of(now);
        rows.done(id, now);
        return Optional.empty();
    }

    /**
     * False if the execution of a message that has come to an end is just being taken off the queue: it would take the new one
     * with it. One that runs for an open message is the attempt that was asked for.
     */
    private boolean queued(Message message, Instant now) {
        var execution = DeliveryTasks.DELIVER
                .instance(message.job().instance())
                .data(message.job())
                .build();
        try {
            queue.schedule(execution, now, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
            return true;
        } catch (TaskInstanceCurrentlyExecutingException e) {
            return message.open();
        }
    }
}
