package io.retrace.delivery;

import io.retrace.obligations.ObligationId;
import io.retrace.shared.mail.Bounce;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails to companies that came back, noted where they were sent. */
@Component
class BounceRows {

    private final JdbcClient jdbc;

    BounceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which message it was. */
    record Sent(ObligationId obligation, int round, boolean reached) {}

    /** Holds it until the transaction ends. */
    Optional<Sent> lock(String letter) {
        return jdbc.sql("""
                        select obligation_id, round, coalesce(ending = 'REACHED', false) as reached
                          from delivery where message_id = ? for update""")
                .param(letter)
                .query((row, number) -> new Sent(
                        new ObligationId(row.getObject("obligation_id", UUID.class)),
                        row.getInt("round"),
                        row.getBoolean("reached")))
                .optional();
    }

    /** On the last attempt that a mail server took; false if there is none that has not come back already. */
    boolean note(Sent sent, Bounce bounce, Instant now) {
        return jdbc.sql("""
                                update delivery_attempt a set bounced_at = :now, bounce = :bounce,
                                       outcome = case when :forGood then 'BOUNCED' else outcome end,
                                       status = case when :forGood then :code else status end
                                 where obligation_id = :obligation and round = :round and outcome = 'REACHED'
                                   and channel in ('PAGE', 'MAIL_LINK')
                                   and not exists (select from delivery_attempt later
                                        where later.obligation_id = a.obligation_id and later.round = a.round
                                          and later.no > a.no)""")
                        .param("now", Timestamp.from(now))
                        .param("bounce", bounce.status())
                        .param("forGood", bounce.forGood())
                        .param("code", bounce.code(), java.sql.Types.SMALLINT)
                        .param("obligation", sent.obligation().value())
                        .param("round", sent.round())
                        .update()
                == 1;
    }

    void reopen(Delivery delivery, Instant next) {
        jdbc.sql("""
                        update delivery set ended_at = null, ending = null, next_attempt_at = :next, slot_at = null
                         where obligation_id = :obligation and round = :round""")
                .param("next", Timestamp.from(next))
                .param("obligation", delivery.obligation().value())
                .param("round", delivery.round())
                .update();
    }

    /** A code, or a new link; whether it was one. */
    boolean link(UUID letter, boolean forGood) {
        return jdbc.sql("""
                                update link_mail set ending = case when :forGood and ending = 'SENT' then 'BOUNCED' else ending end
                                 where id = :letter""").param("forGood", forGood).param("letter", letter).update() > 0;
    }
}
