package io.retrace.obligations;

import io.retrace.identity.Actor;
import io.retrace.obligations.InboundLog.Inbound;
import io.retrace.obligations.InboundLog.Verdict;
import io.retrace.obligations.OnwardRows.Report;
import io.retrace.requests.RequestKind;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.ForModules;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records one report about a recipient, all or nothing: what is said, who vouches for it, timeline, event, verdict. */
@Service
@ForModules
class OnwardReporting {

    private final Obligations obligations;
    private final OnwardBook book;
    private final OnwardRows rows;
    private final Countersigner portal;
    private final AnswerCodec codec;
    private final InboundLog inbound;
    private final Entries entries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OnwardReporting(
            Obligations obligations,
            OnwardBook book,
            OnwardRows rows,
            Countersigner portal,
            AnswerCodec codec,
            InboundLog inbound,
            Entries entries,
            ApplicationEventPublisher events,
            Clock clock) {
        this.obligations = obligations;
        this.book = book;
        this.rows = rows;
        this.portal = portal;
        this.codec = codec;
        this.inbound = inbound;
        this.entries = entries;
        this.events = events;
        this.clock = clock;
    }

    /** Whether it was new. What stands already, and nothing beyond it, is no report: it changes nothing (T8). */
    @Transactional
    boolean record(Inbound answer, OnwardForm form, @Nullable SignatureBlock itsOwn) {
        var obligation = obligations
                .lock(answer.obligation().value())
                .filter(found -> found.isFor(answer.company()))
                .orElseThrow(() -> new NotFound("error.obligation-not-found"));
        if (obligation.kind() != RequestKind.ERASURE) throw new Conflict("error.onward.copy-asked");
        if (obligation.forgotten()) throw new Conflict("error.onward.closed");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        book.rules(obligation, now).words(form);
        var known = rows.known(obligation.obligationId(), form.key()).orElse(null);
        if (known == null && obligation.hadNothing()) throw new Conflict("error.onward.had-nothing");
        if (known != null) {
            var all = OnwardBook.together(known.said(), form);
            if (all.equals(known.said())) {
                inbound.taken(answer, Verdict.REPLAYED);
                return false;
            }
            if (form.amends() == null && contradicts(known.said(), all)) throw new Conflict("error.onward.stands");
        }
        accept(answer, obligation, form, itsOwn, now);
        return true;
    }

    private void accept(
            Inbound answer, Obligation obligation, OnwardForm form, @Nullable SignatureBlock itsOwn, Instant now) {
        var id = obligation.obligationId();
        var recipient = book.enter(obligation, form, "recipient", now);
        var canonical = codec.canonical(form);
        var digest = Sha256.of(canonical.getBytes(StandardCharsets.UTF_8));
        var version = rows.versions(id) + 1;
        var block = itsOwn != null ? itsOwn : portal.sign("onward_report", id, version, digest, now);
        rows.report(new Report(id, version, recipient, now, answer.actor(), canonical, digest, block));
        inbound.taken(answer, Verdict.ACCEPTED);
        entries.write(obligation, now, Actor.Kind.COMPANY, "onward-reported", null);
        events.publishEvent(
                new OnwardReported(id, obligation.request(), obligation.subject(), recipient, version, digest, now));
    }

    /** Something else is said than before; saying more is no contradiction. */
    private static boolean contradicts(OnwardForm before, OnwardForm now) {
        return changed(before.domain(), now.domain())
                || changed(before.purpose(), now.purpose())
                || changed(before.toldOn(), now.toldOn())
                || changed(before.answeredOn(), now.answeredOn())
                || changed(before.outcome(), now.outcome());
    }

    private static boolean changed(@Nullable Object before, @Nullable Object now) {
        return before != null && !Objects.equals(before, now);
    }
}
