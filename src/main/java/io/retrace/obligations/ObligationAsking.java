package io.retrace.obligations;

import io.retrace.shared.DomainException;
import io.retrace.shared.ForModules;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@ForModules
class ObligationAsking implements Asking {

    private final Obligations obligations;
    private final Entries entries;
    private final ChaseJobs jobs;
    private final LegalZone zone;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    ObligationAsking(
            Obligations obligations,
            Entries entries,
            ChaseJobs jobs,
            LegalZone zone,
            JdbcClient db,
            ApplicationEventPublisher events) {
        this.obligations = obligations;
        this.entries = entries;
        this.jobs = jobs;
        this.zone = zone;
        this.db = db;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Question question(ObligationId id) {
        return obligations
                .findById(id.value())
                .orElseThrow(ObligationAsking::notFound)
                .question();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean onItsPage(ObligationId id) {
        return db.sql(
                        "select exists (select from obligation where id = ? and released_at is not null and cancelled_at is null)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional
    public void reached(ObligationId id, String messageId, Instant at) {
        var moment = at.truncatedTo(ChronoUnit.MICROS);
        var obligation = obligations.lock(id.value()).orElseThrow(ObligationAsking::notFound);
        if (!entries.writeAsked(obligation, messageId, moment)) return;
        var chase = obligation.agenda().chaseNo();
        obligation.reached(moment, zone.dayOf(obligation.silentAfterAskedAt(moment)));
        if (obligation.agenda().chaseNo() != chase) jobs.scheduleNew(obligation);
        events.publishEvent(new ObligationAsked(id, obligation.request(), obligation.subject(), messageId, moment));
    }

    private static DomainException.NotFound notFound() {
        return new DomainException.NotFound("error.obligation-not-found");
    }
}
