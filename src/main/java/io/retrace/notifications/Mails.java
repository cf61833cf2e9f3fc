package io.retrace.notifications;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code mail}; every method is one statement, so none needs a transaction of its own. */
@Component
class Mails {

    private final JdbcClient jdbc;

    Mails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a mail can end. */
    enum Ending {
        /** Our mail server has it. */
        SENT,
        /** No server will take it for this recipient. */
        REFUSED,
        /** The mail server was away for days. */
        GAVE_UP,
        /** The account is gone, and with it the address. */
        NO_ACCOUNT,
        /** Our mail server had it, and another one sent it back. */
        BOUNCED
    }

    /** A mail on its way. */
    record OnItsWay(int attempts, Instant plannedAt, boolean open) {}

    void plan(MailJob job, Instant at) {
        jdbc.sql("""
                        insert into mail (id, occasion, subject_id, request_id, obligation_id, planned_at)
                        values (:id, :occasion, :subject, :request, :obligation, :at)""")
                .param("id", job.mail())
                .param("occasion", job.occasion().name())
                .param("subject", job.subject())
                .param("request", job.request())
                .param("obligation", job.obligation())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Empty if its person was erased. */
    Optional<OnItsWay> find(UUID mail) {
        return jdbc.sql("select attempts, planned_at, ended_at is null as open from mail where id = ?")
                .param(mail)
                .query((row, index) -> new OnItsWay(
                        row.getInt("attempts"), row.getTimestamp("planned_at").toInstant(), row.getBoolean("open")))
                .optional();
    }

    /** Says that we are about to send, before we do. */
    void attempt(UUID mail, Instant now) {
        jdbc.sql("update mail set attempts = attempts + 1, last_attempt_at = ? where id = ?")
                .params(Timestamp.from(now), mail)
                .update();
    }

    void end(UUID mail, Ending ending, @Nullable Integer code, Instant now) {
        jdbc.sql(
                        "update mail set ending = :ending, ended_at = :now, smtp_code = :code where id = :id and ended_at is null")
                .param("ending", ending.name())
                .param("now", Timestamp.from(now))
                .param("code", code)
                .param("id", mail)
                .update();
    }

    /** Notes that a mail that was sent came back for good; whether there is such a mail. */
    boolean cameBack(UUID mail, boolean forGood, @Nullable Integer code) {
        return jdbc.sql("""
                                update mail set
                                    ending = case when :forGood and ending = 'SENT' then 'BOUNCED' else ending end,
                                    smtp_code = case when :forGood and ending = 'SENT' then :code else smtp_code end
                                 where id = :mail""")
                        .param("forGood", forGood)
                        .param("code", code, java.sql.Types.SMALLINT)
                        .param("mail", mail)
                        .update()
                > 0;
    }
}
