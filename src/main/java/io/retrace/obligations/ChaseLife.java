package io.retrace.obligations;

import io.retrace.identity.Actor;
import io.retrace.shared.ForModules;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the steps of the chase when their time has come; each at most once, however often the queue calls. */
@Service
@ForModules
class ChaseLife {

    private final Obligations obligations;
    private final Entries entries;
    private final ChaseJobs jobs;
    private final Questions questions;
    private final LegalZone zone;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChaseLife(
            Obligations obligations,
            Entries entries,
            ChaseJobs jobs,
            Questions questions,
            LegalZone zone,
            ApplicationEventPublisher events,
            Clock clock) {
        this.obligations = obligations;
        this.entries = entries;
        this.jobs = jobs;
        this.questions = questions;
        this.zone = zone;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void step(ObligationId id, int chase) {
        var obligation = obligations.lock(id.value()).orElseThrow();
        if (!obligation.isTurnOf(chase)) return;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var followUpDue = Chase.followUpDue(zone.dayOf(now));
        switch (obligation.step(now, followUpDue, zone.startOf(followUpDue.plusDays(1)))) {
            case ASK_AGAIN -> questions.askAgain(obligation, Actor.Kind.SYSTEM, now);
            case SAY_SILENT -> {
                entries.write(obligation, now, Actor.Kind.SYSTEM, "silent", null);
                events.publishEvent(new ObligationSilent(id, obligation.request(), obligation.subject(), now));
            }
        }
        jobs.schedule(obligation);
    }
}
