package io.retrace.obligations;

import io.retrace.identity.Actor;
import io.retrace.obligations.InboundLog.Inbound;
import io.retrace.obligations.InboundLog.Verdict;
import io.retrace.requests.RequestKind;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.ForModules;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records one answer, all or nothing: attestation, instants, next action, timeline, event, verdict. */
@Service
@ForModules
class Answering {

    private final Obligations obligations;
    private final AttestationRows attestations;
    private final SignatureRows signatures;
    private final Countersigner portal;
    private final AnswerCodec codec;
    private final InboundLog inbound;
    private final Entries entries;
    private final OnwardBook onward;
    private final ChaseJobs jobs;
    private final LegalZone zone;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answering(
            Obligations obligations,
            AttestationRows attestations,
            SignatureRows signatures,
            Countersigner portal,
            AnswerCodec codec,
            InboundLog inbound,
            Entries entries,
            OnwardBook onward,
            ChaseJobs jobs,
            LegalZone zone,
            JdbcClient db,
            ApplicationEventPublisher events,
            Clock clock) {
        this.obligations = obligations;
        this.attestations = attestations;
        this.signatures = signatures;
        this.portal = portal;
        this.codec = codec;
        this.inbound = inbound;
        this.entries = entries;
        this.onward = onward;
        this.jobs = jobs;
        this.zone = zone;
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /** Who vouches for what is recorded. */
    @FunctionalInterface
    interface Voucher {
        SignatureBlock over(ObligationId obligation, int version, Sha256 digest, Instant at);
    }

    @Transactional
    CompanyDesk.Receipt record(Inbound answer, AttestationForm form, @Nullable SignatureBlock itsOwn) {
        return record(
                answer,
                (id, version, digest, at) ->
                        itsOwn != null ? itsOwn : portal.sign("attestation", id, version, digest, at),
                form);
    }

    @Transactional
    CompanyDesk.Receipt record(Inbound answer, Voucher voucher, AttestationForm form) {
        var obligation = obligations
                .lock(answer.obligation().value())
                .filter(found -> found.isFor(answer.company()))
                .orElseThrow(() -> new NotFound("error.obligation-not-found"));
        if (obligation.kind() != RequestKind.ERASURE) throw new Conflict("error.answer.copy-asked");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AttestationRules.checkId(form.answerId());
        var canonical = codec.canonical(form);
        var digest = Sha256.of(canonical.getBytes(StandardCharsets.UTF_8));
        var earlier = attestations.byAnswerId(obligation.obligationId(), form.answerId());
        if (earlier.isPresent()) return replay(answer, earlier.get(), digest);
        AttestationRules.checkItems(form);
        itemsAreItsOwn(obligation, form);
        rules(obligation).check(form);
        if (obligation.answers() > 0 && form.amends() == null) throw new Conflict("error.answer.stands");
        if (obligation.answers() == 0 && form.amends() != null) {
            throw new RuleViolation("amends", "error.answer.nothing-to-amend");
        }
        var finding = Finding.of(form, obligation.items());
        var keeps = form.kept() == null ? null : form.kept().until();
        var version = obligation.answer(now, finding, keeps, keeps == null ? null : zone.startOf(keeps.plusDays(1)));
        var attestation =
                new Attestation(version, now, finding.outcome(), finding.erasedItems(), finding.keptItems(), form);
        attestations.write(obligation.obligationId(), attestation, answer.actor(), canonical, digest);
        signatures.ofAttestation(
                obligation.obligationId(), version, voucher.over(obligation.obligationId(), version, digest, now));
        onward.attested(obligation, form.onward(), now);
        inbound.taken(answer, Verdict.ACCEPTED);
        entries.write(obligation, now, Actor.Kind.COMPANY, timelineKey(version, finding.outcome(), keeps), keeps);
        jobs.schedule(obligation);
        events.publishEvent(new ObligationAnswered(
                obligation.obligationId(),
                obligation.request(),
                obligation.subject(),
                version,
                finding.outcome(),
                digest,
                now));
        return new CompanyDesk.Receipt(attestation, false);
    }

    private CompanyDesk.Receipt replay(Inbound answer, AttestationRows.Recorded earlier, Sha256 digest) {
        if (!earlier.digest().equals(digest)) throw new Conflict("error.answer.id-reused");
        inbound.taken(answer, Verdict.REPLAYED);
        return new CompanyDesk.Receipt(earlier.attestation(), true);
    }

    private AttestationRules rules(Obligation obligation) {
        return new AttestationRules(
                obligation.items(), zone.dayOf(obligation.firstDisclosedAt()), zone.dayOf(clock.instant()));
    }

    /** A foreign item is answered like an unknown one: not found (T5). */
    private void itemsAreItsOwn(Obligation obligation, AttestationForm form) {
        var named = form.exceptions().stream()
                .map(exception -> exception.item().value())
                .toArray(UUID[]::new);
        if (named.length == 0) return;
        var own = db.sql("select count(*) from obligation_item where obligation_id = :id and ref = any (:named)")
                .param("id", obligation.obligationId().value())
                .param("named", named)
                .query(Integer.class)
                .single();
        if (own != named.length) throw new NotFound("error.item-not-found");
    }

    /** Timeline sentences differ by what was said, and say when it replaces an earlier answer. */
    private static String timelineKey(int version, CompanyWord outcome, @Nullable LocalDate keeps) {
        return (version == 1 ? "answered-" : "amended-") + outcome.key() + (keeps == null ? "" : "-until");
    }
}
