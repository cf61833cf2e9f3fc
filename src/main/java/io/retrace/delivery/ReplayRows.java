package io.retrace.delivery;

import io.retrace.identity.Actor;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code delivery_replay}, and the messages a replay is about. */
@Component
class ReplayRows {

    /** The newest message of each question; one that was not needed any more when its turn came is not sent. */
    private static final String FOUND = """
             from delivery d
            where d.partner_no = :company and d.written_at >= :from and d.written_at < :until
              and (:obligation::uuid is null or d.obligation_id = :obligation)
              and (d.ended_at is null or d.ending = 'REACHED')
              and not exists (select from delivery later
                               where later.obligation_id = d.obligation_id and later.round > d.round)""";

    private final JdbcClient jdbc;

    ReplayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message that is to be sent once more. */
    record Message(DeliverJob job, Instant writtenAt, boolean open) {}

    int count(PartnerId company, @Nullable ObligationId obligation, Instant from, Instant until) {
        return about(jdbc.sql("select count(*)" + FOUND), company, obligation, from, until)
                .query(Integer.class)
                .single();
    }

    PartnerId company(ObligationId obligation) {
        return jdbc.sql("select partner_no from delivery where obligation_id = ? limit 1")
                .param(obligation.value())
                .query(Integer.class)
                .optional()
                .map(PartnerId::new)
                .orElseThrow(() -> new NotFound("error.obligation-not-found"));
    }

    /** False if the same is being sent once more already. */
    boolean insert(Replay replay, Actor by) {
        return about(jdbc.sql("""
                                insert into delivery_replay (id, ordered_at, ordered_by, partner_no, obligation_id,
                                    written_from, written_until, after_written, after_obligation, messages)
                                values (:id, :at, :by, :company, :obligation, :from, :until, :from, :none, :messages)
                                on conflict do nothing"""), replay.company(), replay.obligation(), replay.from(), replay.until())
                        .param("id", replay.id())
                        .param("at", Timestamp.from(replay.orderedAt()))
                        .param("by", by.id())
                        .param("none", new UUID(0, 0))
                        .param("messages", replay.messages())
                        .update()
                > 0;
    }

    Replay lock(UUID id) {
        return jdbc.sql("select * from delivery_replay where id = ? for update")
                .param(id)
                .query((row, number) -> replay(row))
                .single();
    }

    List<Replay> newest(int limit) {
        return jdbc.sql("select * from delivery_replay order by ordered_at desc, id desc limit ?")
                .param(limit)
                .query((row, number) -> replay(row))
                .list();
    }

    List<Message> next(Replay replay, int limit) {
        var sql =
                "select d.obligation_id, d.round, d.partner_no, d.written_at, d.ended_at is null as open" + FOUND + """
                 and (d.written_at, d.obligation_id) > (
                     select after_written, after_obligation from delivery_replay where id = :id)
                order by d.written_at, d.obligation_id limit :limit for update of d""";
        return about(jdbc.sql(sql), replay.company(), replay.obligation(), replay.from(), replay.until())
                .param("id", replay.id())
                .param("limit", limit)
                .query((row, number) -> new Message(
                        new DeliverJob(
                                row.getObject("obligation_id", UUID.class),
                                row.getInt("round"),
                                row.getInt("partner_no")),
                        row.getTimestamp("written_at").toInstant(),
                        row.getBoolean("open")))
                .list();
    }

    void reopen(List<Message> messages, Partner.Channel channel, Instant now) {
        jdbc.sql("""
                        update delivery d set replayed_at = :now, next_attempt_at = :now, slot_at = null,
                            channel = :channel, fallback = false, ended_at = null, ending = null,
                            for_support_since = case when d.ended_at is null then d.for_support_since end
                          from unnest(:obligations::uuid[], :rounds::int[]) as m(obligation_id, round)
                         where d.obligation_id = m.obligation_id and d.round = m.round""")
                .param("now", Timestamp.from(now))
                .param("channel", channel.name())
                .param(
                        "obligations",
                        messages.stream().map(one -> one.job().obligation()).toArray(UUID[]::new))
                .param("rounds", messages.stream().map(one -> one.job().round()).toArray(Integer[]::new))
                .update();
    }

    void advance(UUID id, Message last, int sent) {
        jdbc.sql("""
                        update delivery_replay set after_written = ?, after_obligation = ?, sent = sent + ? where id = ?""")
                .params(Timestamp.from(last.writtenAt()), last.job().obligation(), sent, id)
                .update();
    }

    void done(UUID id, Instant now) {
        jdbc.sql("update delivery_replay set done_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    private static JdbcClient.StatementSpec about(
            JdbcClient.StatementSpec sql,
            PartnerId company,
            @Nullable ObligationId obligation,
            Instant from,
            Instant until) {
        return sql.param("company", company.value())
                .param("obligation", obligation == null ? null : obligation.value(), java.sql.Types.OTHER)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until));
    }

    private static Replay replay(ResultSet row) throws SQLException {
        var obligation = row.getObject("obligation_id", UUID.class);
        var done = row.getTimestamp("done_at");
        return new Replay(
                row.getObject("id", UUID.class),
                new PartnerId(row.getInt("partner_no")),
                obligation == null ? null : new ObligationId(obligation),
                row.getTimestamp("written_from").toInstant(),
                row.getTimestamp("written_until").toInstant(),
                row.getInt("messages"),
                row.getInt("sent"),
                row.getTimestamp("ordered_at").toInstant(),
                done == null ? null : done.toInstant());
    }
}
