package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.ledger.FeedGate;
import io.retrace.ledger.Selection;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.requests.Deadline;
import io.retrace.requests.Fulfilment;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.shared.ForModules;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@ForModules
@Transactional(propagation = Propagation.MANDATORY)
class ObligationFulfilment implements Fulfilment {

    private final Obligations obligations;
    private final ItemRows items;
    private final Tallies tallies;
    private final ChaseJobs jobs;
    private final FeedGate feed;
    private final PartnerDirectory partners;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ObligationFulfilment(
            Obligations obligations,
            ItemRows items,
            Tallies tallies,
            ChaseJobs jobs,
            FeedGate feed,
            PartnerDirectory partners,
            ApplicationEventPublisher events,
            Clock clock) {
        this.obligations = obligations;
        this.items = items;
        this.tallies = tallies;
        this.jobs = jobs;
        this.feed = feed;
        this.partners = partners;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Plan plan(
            RequestId request,
            RequestKind kind,
            SubjectId subject,
            Selection selection,
            Deadline deadline,
            Instant releaseAt) {
        feed.hold();
        var now = now();
        var alreadyAsking = items.alreadyAsking(kind, subject, selection); // before our own items are among them
        var ids = new LinkedHashMap<PartnerId, ObligationId>();
        items.companies(kind, subject, selection)
                .forEach(company -> ids.put(company, new ObligationId(TimeOrderedId.at(now))));
        if (ids.isEmpty()) return new Plan(0, 0, alreadyAsking);
        var planned = items.write(kind, subject, selection, ids, now).stream()
                .map(share -> {
                    var time = partners.partner(share.company()).answerWithin();
                    return new Obligation(request, kind, subject, share, time, deadline.due(), now, releaseAt);
                })
                .toList();
        obligations.saveAllAndFlush(planned);
        return new Plan(planned.size(), items.photos(request), alreadyAsking);
    }

    @Override
    public void release(RequestId request) {
        var now = now();
        for (var obligation : obligations.lockAllOf(request.value())) {
            if (obligation.cancelled()) continue; // its person left meanwhile
            obligation.release(now);
            jobs.schedule(obligation);
            events.publishEvent(new ObligationDue(
                    obligation.obligationId(), obligation.company(), Errand.ASK, obligation.round(), now));
        }
    }

    @Override
    public void cancel(RequestId request) {
        var now = now();
        obligations.lockAllOf(request.value()).forEach(obligation -> obligation.cancel(now));
        items.giveBack(request);
    }

    @Override
    public Tally tally(RequestId request) {
        return tallies.of(request, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
