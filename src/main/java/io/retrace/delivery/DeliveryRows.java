package io.retrace.delivery;

import io.retrace.delivery.Delivery.Ending;
import io.retrace.delivery.spi.Outcome;
import io.retrace.obligations.Errand;
import io.retrace.obligations.ObligationDue;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code delivery} and {@code delivery_attempt}. */
@Component
class DeliveryRows {

    private static final String KEY = " where obligation_id = :obligation and round = :round";

    private static final String COMPLETE = "update delivery_attempt a"
            + " set completed_at = :now, outcome = :outcome, status = :status" + KEY
            + " and no = :attempt and not exists (select from delivery_attempt later"
            + " where later.obligation_id = a.obligation_id and later.round = a.round and later.no > a.no)";

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(ObligationDue due, String messageId, Partner.Channel channel) {
        return jdbc.sql("""
                        insert into delivery
                            (obligation_id, round, partner_no, errand, message_id, channel, written_at, next_attempt_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (obligation_id, round) do nothing""")
                        .params(
                                due.obligation().value(),
                                due.round(),
                                due.company().value(),
                                due.errand().name(),
                                messageId,
                                channel.name(),
                                Timestamp.from(due.at()),
                                Timestamp.from(due.at()))
                        .update()
                == 1;
    }

    Delivery find(ObligationId obligation, int round) {
        return jdbc.sql("""
                        select d.*, a.*, exists (select from delivery later
                            where later.obligation_id = d.obligation_id and later.round > d.round
                            and later.ending = 'REACHED') as overtaken
                        from delivery d cross join lateral (
                            select coalesce(max(no), 0) as attempts,
                                count(*) filter (where t.channel = d.channel and s.counts) as attempts_here,
                                min(started_at) filter (where t.channel = d.channel and s.counts) as first_here,
                                coalesce(array_agg(distinct t.channel) filter (where s.counts), '{}') as tried
                            from delivery_attempt t
                            cross join lateral (select t.started_at >= coalesce(d.replayed_at, '-infinity') as counts) s
                            where t.obligation_id = d.obligation_id and t.round = d.round) a
                        where obligation_id = :obligation and round = :round""")
                .param("obligation", obligation.value())
                .param("round", round)
                .query((row, index) -> delivery(row))
                .single();
    }

    void claim(Delivery delivery, int attempt, Instant now) {
        jdbc.sql("insert into delivery_attempt (obligation_id, round, no, channel, started_at) values (?, ?, ?, ?, ?)")
                .params(
                        delivery.obligation().value(),
                        delivery.round(),
                        attempt,
                        delivery.channel().name(),
                        Timestamp.from(now))
                .update();
    }

    /** Whether it is still open; holds it until the transaction ends. */
    boolean lockOpen(Delivery delivery) {
        return of(delivery, "select ended_at is null from delivery" + KEY + " for update")
                .query(Boolean.class)
                .single();
    }

    /** Writes down what an attempt came to; false if there is a newer one. Under the lock of the delivery, not before. */
    boolean complete(Delivery delivery, int attempt, Outcome outcome, Instant now) {
        return completing(delivery, COMPLETE, attempt, outcome, now).update() == 1;
    }

    /** Likewise, of an attempt that reached the company: its delivery ends with it, in one round trip. */
    boolean completeLast(Delivery delivery, int attempt, Outcome outcome, Instant now) {
        return completing(
                                delivery,
                                "with completed as (" + COMPLETE + " returning 1)"
                                        + " update delivery set ended_at = :now, ending = 'REACHED', next_attempt_at = null"
                                        + KEY + " and exists (select from completed)",
                                attempt,
                                outcome,
                                now)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec completing(
            Delivery delivery, String sql, int attempt, Outcome outcome, Instant now) {
        return of(delivery, sql)
                .param("now", Timestamp.from(now))
                .param("outcome", outcome.word().name())
                .param("status", outcome.status())
                .param("attempt", attempt);
    }

    void nextAttempt(Delivery delivery, Instant at) {
        of(delivery, "update delivery set next_attempt_at = :at, slot_at = null" + KEY)
                .param("at", Timestamp.from(at))
                .update();
    }

    void queueUp(Delivery delivery, Instant at) {
        of(delivery, "update delivery set next_attempt_at = :at, slot_at = :at" + KEY)
                .param("at", Timestamp.from(at))
                .update();
    }

    void fallBack(Delivery delivery, Partner.Channel channel) {
        of(delivery, "update delivery set channel = :channel, fallback = true" + KEY)
                .param("channel", channel.name())
                .update();
    }

    void forSupport(Delivery delivery, Instant now) {
        of(delivery, "update delivery set for_support_since = coalesce(for_support_since, :now)" + KEY)
                .param("now", Timestamp.from(now))
                .update();
    }

    void end(Delivery delivery, Ending ending, Instant now) {
        of(
                        delivery,
                        "update delivery set ended_at = :now, ending = :ending, next_attempt_at = null" + KEY
                                + " and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("ending", ending.name())
                .update();
    }

    List<DeliveryAttempt> attempts(ObligationId obligation) {
        return jdbc.sql("""
                        select * from delivery_attempt where obligation_id = ? order by round, no""")
                .param(obligation.value())
                .query((row, index) -> DeliveryAttempt.of(row))
                .list();
    }

    List<DeliveryAlert> alerts() {
        return jdbc.sql("select * from delivery_alert order by no desc limit 100")
                .query((row, index) -> new DeliveryAlert(
                        row.getString("kind").toLowerCase(Locale.ROOT).replace('_', '-'),
                        new ObligationId(row.getObject("obligation_id", UUID.class)),
                        row.getTimestamp("found_at").toInstant()))
                .list();
    }

    Optional<Instant> forSupportSince(ObligationId obligation) {
        return jdbc.sql("select min(for_support_since) from delivery where obligation_id = ?")
                .param(obligation.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private JdbcClient.StatementSpec of(Delivery delivery, String sql) {
        return jdbc.sql(sql).param("obligation", delivery.obligation().value()).param("round", delivery.round());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var first = row.getTimestamp("first_here");
        var slot = row.getTimestamp("slot_at");
        var written = row.getTimestamp("written_at").toInstant();
        var replayed = row.getTimestamp("replayed_at");
        return new Delivery(
                new ObligationId(row.getObject("obligation_id", UUID.class)),
                row.getInt("round"),
                new PartnerId(row.getInt("partner_no")),
                Errand.valueOf(row.getString("errand")),
                row.getString("message_id"),
                Partner.Channel.valueOf(row.getString("channel")),
                row.getBoolean("fallback"),
                written,
                row.getTimestamp("ended_at") == null,
                row.getBoolean("overtaken"),
                row.getInt("attempts"),
                row.getInt("attempts_here"),
                first != null ? first.toInstant() : replayed != null ? replayed.toInstant() : written,
                slot == null ? null : slot.toInstant(),
                Arrays.stream((String[]) row.getArray("tried").getArray())
                        .map(Partner.Channel::valueOf)
                        .collect(Collectors.toSet()));
    }
}
