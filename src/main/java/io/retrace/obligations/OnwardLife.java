package io.retrace.obligations;

import io.retrace.identity.Actor;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.ForModules;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to recipients by itself: those we know are asked, the others are waited for. May run twice (ADR 0004). */
@Service
@ForModules
class OnwardLife {

    private final Obligations obligations;
    private final OnwardRows rows;
    private final OnwardItems items;
    private final TakeBackJournal journal;
    private final Entries entries;
    private final ChaseJobs jobs;
    private final LegalZone zone;
    private final PartnerDirectory partners;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OnwardLife(
            Obligations obligations,
            OnwardRows rows,
            OnwardItems items,
            TakeBackJournal journal,
            Entries entries,
            ChaseJobs jobs,
            LegalZone zone,
            PartnerDirectory partners,
            ApplicationEventPublisher events,
            Clock clock) {
        this.obligations = obligations;
        this.rows = rows;
        this.items = items;
        this.journal = journal;
        this.entries = entries;
        this.jobs = jobs;
        this.zone = zone;
        this.partners = partners;
        this.events = events;
        this.clock = clock;
    }

    /** Asks a recipient that is a company of ours, unless it is asked for all of these items already. */
    @Transactional
    void route(UUID recipient) {
        var found = rows.known(recipient).orElseThrow().obligation();
        var request = obligations.findById(found.value()).orElseThrow().request();
        var all = obligations.lockAllOf(request.value()); // two companies may name the same one at once
        var namedIn = all.stream()
                .filter(one -> one.obligationId().equals(found))
                .findFirst()
                .orElseThrow();
        var known = rows.known(recipient).orElseThrow();
        if (known.asked()) return;
        var company = company(known, namedIn);
        if (company.isEmpty() || namedIn.forgotten()) {
            rows.routed(recipient, null);
            return;
        }
        rows.routed(recipient, ask(company.get(), namedIn));
    }

    /** Its time is over: that is said once, and support sees it. */
    @Transactional
    void watch(UUID recipient) {
        var now = now();
        var known = rows.known(recipient).orElseThrow();
        var namedIn = obligations.lock(known.obligation().value()).orElseThrow();
        if (!rows.fellSilent(recipient, now)) return;
        entries.write(namedIn, now, Actor.Kind.SYSTEM, "onward-silent", null);
        events.publishEvent(
                new OnwardSilent(namedIn.obligationId(), namedIn.request(), namedIn.subject(), recipient, now));
    }

    /** The one company whose domain this is; two of one domain are told apart by nobody, so neither is asked. */
    private Optional<Partner> company(OnwardRows.Known known, Obligation namedIn) {
        var domain = known.said().domain();
        if (domain == null) return Optional.empty();
        var found = partners.partners().stream()
                .filter(partner -> partner.contact().domain().equals(domain))
                .toList();
        return found.size() == 1 && !found.getFirst().id().equals(namedIn.company())
                ? Optional.of(found.getFirst())
                : Optional.empty();
    }

    private @Nullable ObligationId ask(Partner company, Obligation namedIn) {
        var now = now();
        var id = new ObligationId(TimeOrderedId.at(now));
        var share = items.copy(namedIn, company.id(), id, now);
        if (share.isEmpty()) return items.asked(namedIn, company.id()).orElse(null);
        var due = latest(namedIn.legalDue(), zone.dayOf(now.plus(company.answerWithin())));
        var obligation = Obligation.onward(namedIn, share.get(), company.answerWithin(), due, now);
        obligations.saveAllAndFlush(List.of(obligation));
        jobs.schedule(obligation);
        journal.plan(namedIn.request(), namedIn.subject(), now);
        entries.write(obligation, now, Actor.Kind.SYSTEM, "onward-asked", null);
        events.publishEvent(new OnwardAsked(id, namedIn.request(), namedIn.subject(), namedIn.obligationId(), now));
        events.publishEvent(new ObligationDue(id, company.id(), Errand.ASK, obligation.round(), now));
        return id;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
