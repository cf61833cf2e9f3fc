package io.retrace.obligations;

import io.retrace.obligations.CopyQuestions.RefusedFile;
import io.retrace.partners.PartnerId;
import io.retrace.shared.ForModules;
import io.retrace.shared.Sha256;
import io.retrace.shared.TimeOrderedId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every answer that came in, with its verdict (T8). A refused one is written in a transaction of its own, because the
 * one that refused it is rolled back.
 */
@Service
@ForModules
class InboundLog {

    private static final int MOST_KEPT_BYTES = 64 * 1024;
    private static final int MOST_FORGED_AN_HOUR = 1000; // a flood of forged tokens must not become a flood of rows

    private final JdbcClient db;
    private final Clock clock;
    private final Duration keep;

    InboundLog(JdbcClient db, Clock clock, @Value("${retrace.obligations.keep-inbound:90d}") Duration keep) {
        this.db = db;
        this.clock = clock;
        this.keep = keep;
    }

    /** In the transaction that accepts it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void taken(Inbound answer, Verdict verdict) {
        write(answer, verdict, null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void taken(Inbound answer, Verdict verdict, String detail) {
        write(answer, verdict, detail);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void refused(Inbound answer, Verdict verdict, String reason) {
        write(answer, verdict, reason);
    }

    /**
     * A file for a copy. Nothing of its content is kept. Its digest stands in the reason, which is forgotten with its person,
     * and is not written any more then: the file may be a photo.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void refusedFile(RefusedFile file, Verdict verdict, String why) {
        var told = file.sha256() != null && !forgotten(file.obligation());
        var reason = "file " + file.id() + (told ? " sha256:" + file.sha256() : "") + ": " + why;
        insert(
                clock.instant(),
                file.obligation().value(),
                (short) file.company().value(),
                file.actor(),
                verdict,
                reason,
                (int) Math.min(file.bytes(), Integer.MAX_VALUE),
                null,
                null);
    }

    private boolean forgotten(ObligationId obligation) {
        return db.sql("select exists (select from obligation where id = ? and forgotten_at is not null)")
                .param(obligation.value())
                .query(Boolean.class)
                .single();
    }

    /** The token was not good, so nothing of the body was read. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void forged(@Nullable ObligationId obligation, String reason) {
        var now = clock.instant();
        var lately = db.sql("select count(*) from inbound_answer where verdict = 'FORGED' and received_at > ?")
                .param(Timestamp.from(now.minus(Duration.ofHours(1))))
                .query(Integer.class)
                .single();
        if (lately >= MOST_FORGED_AN_HOUR) return;
        var id = obligation == null ? null : obligation.value();
        insert(now, id, null, null, Verdict.FORGED, reason, 0, null, null);
    }

    /** It belongs to no question that its company was asked, or is not by the company at all; a flood is cut likewise. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void stray(@Nullable PartnerId company, String actor, Verdict verdict, String reason, byte[] body) {
        var now = clock.instant();
        var lately = db.sql("select count(*) from inbound_answer where obligation_id is null and received_at > ?")
                .param(Timestamp.from(now.minus(Duration.ofHours(1))))
                .query(Integer.class)
                .single();
        if (lately >= MOST_FORGED_AN_HOUR) return;
        insert(
                now,
                null,
                company == null ? null : (short) company.value(),
                actor,
                verdict,
                reason,
                body.length,
                Sha256.of(body),
                Arrays.copyOf(body, Math.min(body.length, MOST_KEPT_BYTES)));
    }

    @Transactional
    void forgetOld() {
        db.sql("delete from inbound_answer where received_at < ?")
                .param(Timestamp.from(clock.instant().minus(keep)))
                .update();
        db.sql("delete from repeatable_command where claimed_at < now() - interval '7 days'")
                .update();
    }

    /** What was decided about an answer. */
    enum Verdict {
        ACCEPTED,
        REPLAYED,
        CONFLICT,
        INVALID,
        FORGED,
        NOT_YOURS
    }

    /** An answer as it came in. */
    record Inbound(ObligationId obligation, PartnerId company, String actor, byte[] body) {}

    private void write(Inbound answer, Verdict verdict, @Nullable String reason) {
        insert(
                clock.instant(),
                answer.obligation().value(),
                (short) answer.company().value(),
                answer.actor(),
                verdict,
                reason,
                answer.body().length,
                Sha256.of(answer.body()),
                Arrays.copyOf(answer.body(), Math.min(answer.body().length, MOST_KEPT_BYTES)));
    }

    private void insert(
            Instant now,
            @Nullable UUID obligation,
            @Nullable Short company,
            @Nullable String actor,
            Verdict verdict,
            @Nullable String reason,
            int bytes,
            @Nullable Sha256 digest,
            byte @Nullable [] body) {
        db.sql("""
                        insert into inbound_answer values (?, ?, ?, ?, ?, ?, ?, ?, ?,
                            (select ?::bytea where not exists (
                                select from obligation where id = ? and forgotten_at is not null)))""")
                .param(TimeOrderedId.at(now))
                .param(Timestamp.from(now))
                .param(obligation)
                .param(company)
                .param(actor)
                .param(verdict.name())
                .param(
                        reason == null
                                ? null
                                : reason.substring(0, Math.min(reason.length(), 300))
                                        .replace("\0", ""))
                .param(bytes)
                .param(digest == null ? null : digest.bytes())
                .param(body)
                .param(obligation)
                .update();
    }
}
