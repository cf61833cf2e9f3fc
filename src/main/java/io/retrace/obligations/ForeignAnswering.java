package io.retrace.obligations;

import io.retrace.identity.Actor;
import io.retrace.obligations.InboundLog.Inbound;
import io.retrace.obligations.InboundLog.Verdict;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException;
import io.retrace.shared.ForModules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@ForModules
class ForeignAnswering implements ForeignAnswers {

    private final Obligations obligations;
    private final Answering answering;
    private final AnswerCodec codec;
    private final Countersigner portal;
    private final InboundLog inbound;
    private final Entries entries;
    private final LegalZone zone;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ForeignAnswering(
            Obligations obligations,
            Answering answering,
            AnswerCodec codec,
            Countersigner portal,
            InboundLog inbound,
            Entries entries,
            LegalZone zone,
            ApplicationEventPublisher events,
            Clock clock) {
        this.obligations = obligations;
        this.answering = answering;
        this.codec = codec;
        this.portal = portal;
        this.inbound = inbound;
        this.entries = entries;
        this.zone = zone;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void acknowledge(Said said, @Nullable Instant expectedBy) {
        var obligation = obligations
                .lock(said.obligation().value())
                .filter(found -> found.isFor(said.company()))
                .orElse(null);
        if (obligation == null) {
            inbound.taken(inbound(said), Verdict.NOT_YOURS, "not asked any more");
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var day = expectedBy == null ? null : sensible(zone.dayOf(expectedBy), zone.dayOf(now));
        if (!obligation.acknowledge(now, day)) {
            inbound.taken(inbound(said), Verdict.REPLAYED);
            return;
        }
        inbound.taken(inbound(said), Verdict.ACCEPTED);
        entries.write(obligation, now, Actor.Kind.COMPANY, day == null ? "acknowledged" : "acknowledged-until", day);
        events.publishEvent(
                new ObligationAcknowledged(obligation.obligationId(), obligation.request(), obligation.subject(), now));
        obligations.flush();
    }

    @Override
    public CompanyDesk.Receipt attest(Said said, byte[] attestation, Map<String, String> source) {
        return answering.record(
                inbound(said),
                (obligation, version, digest, at) -> portal.sign(obligation, version, digest, at, source),
                codec.read(attestation));
    }

    @Override
    public void refused(Said said, DomainException why) {
        inbound.refused(inbound(said), CompanyAnswers.verdict(why), CompanyAnswers.reason(why));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void noted(Said said, String what) {
        inbound.taken(inbound(said), Verdict.ACCEPTED, what);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void repeated(Said said, String what) {
        inbound.taken(inbound(said), Verdict.REPLAYED, what);
    }

    @Override
    public void stray(@Nullable PartnerId company, String from, boolean forged, String why, byte[] raw) {
        inbound.stray(company, from, forged ? Verdict.FORGED : Verdict.NOT_YOURS, why, raw);
    }

    private static Inbound inbound(Said said) {
        return new Inbound(said.obligation(), said.company(), said.from(), said.raw());
    }

    private static @Nullable LocalDate sensible(LocalDate day, LocalDate today) {
        return day.isBefore(today) || day.isAfter(today.plusYears(1)) ? null : day;
    }
}
