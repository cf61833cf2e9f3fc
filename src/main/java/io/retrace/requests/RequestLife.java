package io.retrace.requests;

import io.retrace.shared.ForModules;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a request without its person: it goes out, and it ends. Every method may run twice (ADR 0004). */
@Service
@ForModules
class RequestLife {

    private final Requests requests;
    private final Fulfilment fulfilment;
    private final StatutoryDeadlines deadlines;
    private final RequestJobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestLife(
            Requests requests,
            Fulfilment fulfilment,
            StatutoryDeadlines deadlines,
            RequestJobs jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.fulfilment = fulfilment;
        this.deadlines = deadlines;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** The undo window is over. The row lock decides between this and a withdrawal: exactly one wins. */
    @Transactional
    void release(RequestId id) {
        var request = requests.lock(id.value()).orElseThrow();
        if (!request.awaitsRelease()) return;
        var now = now();
        request.release(now);
        fulfilment.release(id);
        events.publishEvent(new RequestReleased(id, request.kind(), request.subject(), now));
    }

    /** A company answered or fell silent: settle it once that is committed, one report after the other. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void settleAfter(FulfilmentReported report) {
        jobs.settle(report.request(), now());
    }

    /** Counts the answers now, and moves the request if they say so. */
    @Transactional
    void settle(RequestId id) {
        var request = requests.lock(id.value()).orElseThrow();
        if (!request.wentOut()) return;
        var now = now();
        var deadlinePassed = !now.isBefore(deadlines.endOf(request.due()));
        Settlement.of(fulfilment.tally(id), deadlinePassed || request.ended())
                .filter(end -> request.settle(end, now))
                .ifPresent(end -> events.publishEvent(new RequestSettled(id, request.subject(), end, now)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
