package io.retrace.obligations;

import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters what a company says of recipients, whichever way it says it; the caller holds the lock of the obligation. */
@Component
class OnwardBook {

    private final OnwardRows rows;
    private final OnwardJobs jobs;
    private final LegalZone zone;

    OnwardBook(OnwardRows rows, OnwardJobs jobs, LegalZone zone) {
        this.rows = rows;
        this.jobs = jobs;
        this.zone = zone;
    }

    /** Those an attestation names. What it leaves out was said before and stays; nothing is entered once that is forgotten. */
    void attested(Obligation obligation, List<AttestationForm.OnwardRecipient> named, Instant now) {
        if (obligation.forgotten()) return;
        for (var one : named) {
            rows.known(obligation.obligationId(), key(one))
                    .filter(known -> outdated(known.said(), one))
                    .ifPresent(known -> rows.update(known.id(), unanswered(known.said()), false));
            enter(
                    obligation,
                    new OnwardForm(one.name(), null, null, one.toldOn(), one.answeredOn(), null, null),
                    "onward",
                    now);
        }
    }

    /**
     * Adds a recipient, or what is new about one. Throws {@code RuleViolation} for one recipient too many, or if both together
     * make no sense.
     */
    UUID enter(Obligation obligation, OnwardForm said, @Nullable String field, Instant now) {
        var known = rows.known(obligation.obligationId(), said.key()).orElse(null);
        return known == null ? add(obligation, said, field, now) : change(obligation, known, said, now);
    }

    private static String key(AttestationForm.OnwardRecipient one) {
        return new OnwardForm(one.name(), null, null, null, null, null, null).key();
    }

    /** It was told again after the answer that we know of, so that answer is none to what it was told. */
    private static boolean outdated(OnwardForm known, AttestationForm.OnwardRecipient said) {
        return known.answeredOn() != null
                && said.answeredOn() == null
                && said.toldOn() != null
                && known.answeredOn().isBefore(said.toldOn());
    }

    private static OnwardForm unanswered(OnwardForm known) {
        return new OnwardForm(known.recipient(), known.domain(), known.purpose(), known.toldOn(), null, null, null);
    }

    /** What is known with what is said: what is not said stays. */
    static OnwardForm together(OnwardForm known, OnwardForm said) {
        return new OnwardForm(
                known.recipient(),
                said.domain() == null ? known.domain() : said.domain(),
                said.purpose() == null ? known.purpose() : said.purpose(),
                said.toldOn() == null ? known.toldOn() : said.toldOn(),
                said.answeredOn() == null ? known.answeredOn() : said.answeredOn(),
                said.outcome() == null ? known.outcome() : said.outcome(),
                null);
    }

    private UUID add(Obligation obligation, OnwardForm said, @Nullable String field, Instant now) {
        if (rows.count(obligation.obligationId()) >= OnwardRules.MOST) {
            throw new RuleViolation(field, "error.answer.too-many", OnwardRules.MOST);
        }
        rules(obligation, now).facts(said);
        var id = TimeOrderedId.at(now);
        var silentAfter = silentAfter(obligation, now);
        rows.insert(id, obligation.obligationId(), said, now, silentAfter);
        jobs.watch(id, silentAfter);
        if (said.domain() != null) jobs.route(id, now); // whoever it is: what we know of it shows in nothing (T5)
        return id;
    }

    private UUID change(Obligation obligation, OnwardRows.Known known, OnwardForm said, Instant now) {
        var all = together(known.said(), said);
        rules(obligation, now).facts(all);
        var elsewhere = !Objects.equals(all.domain(), known.said().domain());
        rows.update(known.id(), all, elsewhere && !known.asked());
        if (elsewhere && !known.asked()) jobs.route(known.id(), now);
        return known.id();
    }

    OnwardRules rules(Obligation obligation, Instant now) {
        return new OnwardRules("", zone.dayOf(obligation.firstDisclosedAt()), zone.dayOf(now));
    }

    /** The end of the statutory time; but from being named on there is as much time as a company has to answer. */
    private Instant silentAfter(Obligation obligation, Instant now) {
        var statutory = zone.startOf(obligation.legalDue().plusDays(1));
        var own = now.plus(obligation.answerWithin());
        return own.isAfter(statutory) ? own : statutory;
    }
}
