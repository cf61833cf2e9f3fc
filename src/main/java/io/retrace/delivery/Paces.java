package io.retrace.delivery;

import io.retrace.delivery.spi.Outcome;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code company_pace}: the lock of its row puts the nodes in order. Always within the caller’s transaction. */
@Component
class Paces {

    private static final String KEY = " where partner_no = :company and channel = :channel";

    private final JdbcClient jdbc;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Paces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When this delivery may come back; empty if it goes now. */
    Optional<Instant> turn(Delivery delivery, Instant now) {
        var turn = lock(delivery.company(), delivery.channel(), now).next(delivery.slot(), now);
        store(delivery.company(), delivery.channel(), turn.pace());
        return Optional.ofNullable(turn.comeBack());
    }

    /** A place in its company’s line, for one that finds all doors in use. */
    Instant queueUp(Delivery delivery, Instant now) {
        var turn = lock(delivery.company(), delivery.channel(), now).waits(now);
        store(delivery.company(), delivery.channel(), turn.pace());
        return Objects.requireNonNull(turn.comeBack());
    }

    void learn(Delivery delivery, Outcome outcome, Instant now) {
        var pace = lock(delivery.company(), delivery.channel(), now);
        var after = pace.after(outcome, now, random);
        if (!after.equals(pace)) store(delivery.company(), delivery.channel(), after);
    }

    private Pace lock(PartnerId company, Partner.Channel channel, Instant now) {
        of(company, channel, """
                insert into company_pace (partner_no, channel, slots_until) values (:company, :channel, :now)
                on conflict do nothing""").param("now", Timestamp.from(now)).update();
        return of(company, channel, "select * from company_pace" + KEY + " for update")
                .query((row, number) -> pace(row))
                .single();
    }

    private void store(PartnerId company, Partner.Channel channel, Pace pace) {
        of(company, channel, """
                update company_pace set slots_until = :slots, failures = :failures, failing_since = :since,
                    closed_until = :closed""" + KEY)
                .param("slots", Timestamp.from(pace.slotsUntil()))
                .param("failures", pace.failures())
                .param("since", timestamp(pace.failingSince()))
                .param("closed", timestamp(pace.closedUntil()))
                .update();
    }

    private JdbcClient.StatementSpec of(PartnerId company, Partner.Channel channel, String sql) {
        return jdbc.sql(sql).param("company", company.value()).param("channel", channel.name());
    }

    private static Pace pace(ResultSet row) throws SQLException {
        return new Pace(
                row.getTimestamp("slots_until").toInstant(),
                row.getInt("failures"),
                instant(row.getTimestamp("failing_since")),
                instant(row.getTimestamp("closed_until")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
