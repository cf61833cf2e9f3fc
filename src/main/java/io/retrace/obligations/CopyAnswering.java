package io.retrace.obligations;

import io.retrace.identity.Actor;
import io.retrace.obligations.CopyDesk.Receipt;
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
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records one answer about a copy, all or nothing: answer, signature, instants, timeline, event, verdict. */
@Service
@ForModules
class CopyAnswering {

    private final Obligations obligations;
    private final CopyRows copies;
    private final CopyFiles files;
    private final SignatureRows signatures;
    private final Countersigner portal;
    private final AnswerCodec codec;
    private final InboundLog inbound;
    private final Entries entries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CopyAnswering(
            Obligations obligations,
            CopyRows copies,
            CopyFiles files,
            SignatureRows signatures,
            Countersigner portal,
            AnswerCodec codec,
            InboundLog inbound,
            Entries entries,
            ApplicationEventPublisher events,
            Clock clock) {
        this.obligations = obligations;
        this.copies = copies;
        this.files = files;
        this.signatures = signatures;
        this.portal = portal;
        this.codec = codec;
        this.inbound = inbound;
        this.entries = entries;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Receipt record(Inbound answer, CopyForm form, @Nullable SignatureBlock itsOwn) {
        var obligation = obligations
                .lock(answer.obligation().value())
                .filter(found -> found.isFor(answer.company()))
                .orElseThrow(() -> new NotFound("error.obligation-not-found"));
        if (obligation.kind() != RequestKind.ACCESS) throw new Conflict("error.answer.erasure-asked");
        AttestationRules.checkId(form.answerId());
        var canonical = codec.canonical(form);
        var digest = Sha256.of(canonical.getBytes(StandardCharsets.UTF_8));
        var earlier = copies.byAnswerId(obligation.obligationId(), form.answerId());
        if (earlier.isPresent()) return replay(answer, earlier.get(), digest);
        if (obligation.forgotten()) throw new Conflict("error.copy.closed");
        CopyRules.check(form);
        CopyRules.arrived(form, files.onHand(obligation.obligationId()));
        if (obligation.answers() > 0 && form.amends() == null) throw new Conflict("error.answer.stands");
        if (obligation.answers() == 0 && form.amends() != null) {
            throw new RuleViolation("amends", "error.answer.nothing-to-amend");
        }
        return accept(answer, obligation, form, itsOwn, canonical, digest);
    }

    private Receipt accept(
            Inbound answer,
            Obligation obligation,
            CopyForm form,
            @Nullable SignatureBlock itsOwn,
            String canonical,
            Sha256 digest) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var finding = CopyRules.finding(form);
        var version = obligation.answer(now, finding, null, null);
        var copy = new CopyAnswer(version, now, finding.outcome(), form);
        copies.write(obligation.obligationId(), copy, answer.actor(), canonical, digest);
        var block =
                itsOwn != null ? itsOwn : portal.sign("copy_answer", obligation.obligationId(), version, digest, now);
        signatures.ofCopy(obligation.obligationId(), version, block);
        inbound.taken(answer, Verdict.ACCEPTED);
        var key = (version == 1 ? "answered-" : "amended-") + finding.outcome().key();
        entries.write(obligation, now, Actor.Kind.COMPANY, key, null);
        events.publishEvent(answered(obligation, copy, digest, now));
        return new Receipt(copy, false);
    }

    private Receipt replay(Inbound answer, CopyRows.Recorded earlier, Sha256 digest) {
        if (!earlier.digest().equals(digest)) throw new Conflict("error.answer.id-reused");
        inbound.taken(answer, Verdict.REPLAYED);
        return new Receipt(earlier.answer(), true);
    }

    private static ObligationAnswered answered(Obligation obligation, CopyAnswer copy, Sha256 digest, Instant now) {
        return new ObligationAnswered(
                obligation.obligationId(),
                obligation.request(),
                obligation.subject(),
                copy.version(),
                copy.outcome(),
                digest,
                now);
    }
}
