package io.retrace.obligations;

import io.retrace.identity.Actor;
import io.retrace.identity.Roles;
import io.retrace.requests.RequestId;
import io.retrace.requests.TimelineEntry;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Reference;
import io.retrace.shared.Slice;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@PreAuthorize(Roles.IS_SUPPORT)
class SupportQueue implements SupportDesk {

    private final QueueRows queue;
    private final ObligationRows rows;
    private final Obligations obligations;
    private final Questions questions;
    private final Entries entries;
    private final Clock clock;

    SupportQueue(
            QueueRows queue,
            ObligationRows rows,
            Obligations obligations,
            Questions questions,
            Entries entries,
            Clock clock) {
        this.queue = queue;
        this.rows = rows;
        this.obligations = obligations;
        this.questions = questions;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<QueueRow> queue(QueueFilter filter, @Nullable String after, int limit) {
        return queue.slice(filter, after, Cursors.limit(limit, 100), clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public QueueCounters counters() {
        return queue.counters(clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ObligationId, Reference> requests(Collection<ObligationId> ids) {
        return queue.requests(ids);
    }

    @Override
    @PreAuthorize(Roles.READS_REQUESTS)
    @Transactional(readOnly = true)
    public List<CompanyProgress> companies(RequestId request) {
        var companies = rows.companies(request, clock.instant());
        if (companies.isEmpty()) throw new NotFound("error.request-not-found");
        return companies;
    }

    @Override
    @PreAuthorize(Roles.READS_REQUESTS)
    @Transactional(readOnly = true)
    public List<TimelineEntry> timeline(RequestId request) {
        companies(request);
        return entries.of(request);
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<CompanyItem> items(ObligationId obligation, @Nullable String after, int limit) {
        if (obligations.findById(obligation.value()).isEmpty()) throw notFound();
        return rows.items(obligation, Cursors.id(after), Cursors.limit(limit, 500));
    }

    @Override
    @Transactional
    public void resend(ObligationId id) {
        var obligation = obligations.lock(id.value()).orElseThrow(SupportQueue::notFound);
        if (!obligation.open()) throw new Conflict("error.nothing-to-resend");
        obligation.askAgain();
        questions.askAgain(obligation, Actor.Kind.SUPPORT, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static NotFound notFound() {
        return new NotFound("error.obligation-not-found");
    }
}
