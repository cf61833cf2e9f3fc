package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends messages once more: to a company that was away, or lost what it had. Each question’s newest message goes out under
 * the id it had, so that who has it already can tell; what has been answered meanwhile is not sent.
 */
@Service
@PreAuthorize(Roles.IS_SUPPORT)
public class Replays {

    private static final Instant EVER = Instant.EPOCH;
    private static final Instant AGES = Instant.parse("9999-01-01T00:00:00Z");

    private final ReplayRows rows;
    private final SchedulerClient queue;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Replays(ReplayRows rows, SchedulerClient queue, CurrentUser user, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.queue = queue;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** How many messages an order for this company and time would send; {@code until} is exclusive. */
    @Transactional(readOnly = true)
    public int count(PartnerId company, Instant from, Instant until) {
        return rows.count(company, null, from, until);
    }

    /** All that the company was to get in this time. Throws {@code Conflict} if that is nothing, or going out already. */
    @Transactional
    public void order(PartnerId company, Instant from, Instant until) {
        order(company, null, from, until);
    }

    /** The newest message of this question. Throws {@code NotFound}, or {@code Conflict} if there is nothing to send. */
    @Transactional
    public void order(ObligationId obligation) {
        order(rows.company(obligation), obligation, EVER, AGES);
    }

    /** The newest orders first. */
    @Transactional(readOnly = true)
    public List<Replay> newest(int limit) {
        return rows.newest(Math.clamp(limit, 1, 100));
    }

    private void order(PartnerId company, @Nullable ObligationId obligation, Instant from, Instant until) {
        var messages = rows.count(company, obligation, from, until);
        if (messages == 0) throw new Conflict("error.nothing-to-replay");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var replay = new Replay(TimeOrderedId.at(now), company, obligation, from, until, messages, 0, now, null);
        if (!rows.insert(replay, user.actor())) throw new Conflict("error.replay-going");
        queue.schedule(
                DeliveryTasks.REPLAY
                        .instance(replay.id().toString())
                        .data(new ReplayJob(replay.id()))
                        .build(),
                now);
        events.publishEvent(new DeliveriesReplayed(replay.id(), company, messages, user.actor(), now));
    }
}
