package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recipients and what was reported of them, at rest. Whoever writes holds the lock of the obligation they belong to. */
@Component
class OnwardRows {

    private final JdbcClient db;

    OnwardRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Known> known(ObligationId obligation, String key) {
        return db.sql("select * from onward_obligation where obligation_id = ? and recipient_key = ?")
                .param(obligation.value())
                .param(key)
                .query(OnwardRows::known)
                .optional();
    }

    Optional<Known> known(UUID id) {
        return db.sql("select * from onward_obligation where id = ?")
                .param(id)
                .query(OnwardRows::known)
                .optional();
    }

    int count(ObligationId obligation) {
        return db.sql("select count(*) from onward_obligation where obligation_id = ?")
                .param(obligation.value())
                .query(Integer.class)
                .single();
    }

    void insert(UUID id, ObligationId obligation, OnwardForm said, Instant now, Instant silentAfter) {
        db.sql("""
                        insert into onward_obligation (id, obligation_id, recipient, recipient_key, domain, purpose, named_at,
                                                       told_on, answered_on, outcome, silent_after, to_route)
                        values (:id, :obligation, :recipient, :key, :domain, :purpose, :now, :told, :answered, :outcome, :silent,
                                :route)
                        """)
                .param("id", id)
                .param("obligation", obligation.value())
                .param("recipient", said.recipient())
                .param("key", said.key())
                .param("domain", said.domain())
                .param("purpose", said.purpose())
                .param("now", Timestamp.from(now))
                .param("told", said.toldOn())
                .param("answered", said.answeredOn())
                .param("outcome", said.outcome() == null ? null : said.outcome().name())
                .param("silent", Timestamp.from(silentAfter))
                .param("route", said.domain() != null)
                .update();
    }

    void update(UUID id, OnwardForm all, boolean route) {
        db.sql("""
                        update onward_obligation set domain = :domain, purpose = :purpose, told_on = :told,
                               answered_on = :answered, outcome = :outcome, to_route = to_route or :route where id = :id
                        """)
                .param("domain", all.domain())
                .param("purpose", all.purpose())
                .param("told", all.toldOn())
                .param("answered", all.answeredOn())
                .param("outcome", all.outcome() == null ? null : all.outcome().name())
                .param("route", route)
                .param("id", id)
                .update();
    }

    /** What we found out about asking it ourselves. */
    void routed(UUID id, @Nullable ObligationId asked) {
        db.sql("update onward_obligation set to_route = false, asked_id = :asked where id = :id")
                .param("asked", asked == null ? null : asked.value())
                .param("id", id)
                .update();
    }

    /** Whether its silence is news: its time is over, nobody said what it did, and we did not say so before. */
    boolean fellSilent(UUID id, Instant now) {
        return db.sql("""
                        update onward_obligation set silent_told = true
                         where id = ? and silent_after <= ? and outcome is null and asked_id is null and not silent_told
                        """).param(id).param(Timestamp.from(now)).update() == 1;
    }

    int versions(ObligationId obligation) {
        return db.sql("select count(*) from onward_report where obligation_id = ?")
                .param(obligation.value())
                .query(Integer.class)
                .single();
    }

    void report(Report report) {
        db.sql("insert into onward_report values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(report.obligation.value())
                .param(report.version)
                .param(report.recipient)
                .param(Timestamp.from(report.at))
                .param(report.actor)
                .param(report.canonical)
                .param(report.digest.bytes())
                .param(report.block.signer())
                .param(report.block.scheme().key())
                .param(report.block.key().raw())
                .param(report.block.signed())
                .param(report.block.digest().bytes())
                .param(report.block.signature())
                .update();
    }

    /** Names and reports of obligations of which nothing is due any more go, for a person who is being erased. */
    void forget(SubjectId subject) {
        db.sql("""
                        update onward_obligation set recipient = null, recipient_key = null, domain = null, purpose = null
                         where obligation_id in (select id from obligation where subject_id = ? and next_action is null)
                        """).param(subject.value()).update();
        db.sql("""
                        update onward_report set body = null, signed = null where (body is not null or signed is not null)
                           and obligation_id in (select id from obligation where subject_id = ? and next_action is null)
                        """).param(subject.value()).update();
    }

    /** Whether we have yet to look if we ask a recipient ourselves. */
    boolean toRoute(SubjectId subject) {
        return db.sql("""
                        select exists (select from onward_obligation n join obligation o on o.id = n.obligation_id
                                        where o.subject_id = ? and n.to_route)
                        """).param(subject.value()).query(Boolean.class).single();
    }

    /** Those that were named before this moment, and that no row of the queue would look for. */
    List<Known> notRouted(Instant before) {
        return db.sql("""
                        select * from onward_obligation n
                         where n.to_route and n.named_at < ?
                           and not exists (select from scheduled_tasks t where t.task_name = 'route-onward'
                                            and starts_with(t.task_instance, n.id::text))
                         order by n.id limit 1000""")
                .param(Timestamp.from(before))
                .query(OnwardRows::known)
                .list();
    }

    /** Those whose time was over before this moment, and of whom no row of the queue would say so. */
    List<Known> notWatched(Instant before) {
        return db.sql("""
                        select * from onward_obligation n
                         where n.silent_after < ? and n.outcome is null and n.asked_id is null and not n.silent_told
                           and not exists (select from scheduled_tasks t where t.task_name = 'watch-onward'
                                            and t.task_instance = n.id::text)
                         order by n.id limit 1000""")
                .param(Timestamp.from(before))
                .query(OnwardRows::known)
                .list();
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var name = row.getString("recipient");
        return new Known(
                row.getObject("id", UUID.class),
                new ObligationId(row.getObject("obligation_id", UUID.class)),
                new OnwardForm(
                        name == null ? "" : name,
                        row.getString("domain"),
                        row.getString("purpose"),
                        row.getObject("told_on", LocalDate.class),
                        row.getObject("answered_on", LocalDate.class),
                        outcome == null ? null : Outcome.valueOf(outcome),
                        null),
                row.getObject("asked_id") != null);
    }

    /**
     * A recipient as it is stored.
     *
     * @param obligation of the company that named it
     * @param said all that was said of it so far
     * @param asked whether we ask it ourselves
     */
    record Known(UUID id, ObligationId obligation, OnwardForm said, boolean asked) {}

    /** What a company reported, with who vouches for it. */
    record Report(
            ObligationId obligation,
            int version,
            UUID recipient,
            Instant at,
            String actor,
            String canonical,
            Sha256 digest,
            SignatureBlock block) {}
}
