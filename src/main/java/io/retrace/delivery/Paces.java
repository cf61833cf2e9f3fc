package io.retrace.delivery;

import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
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

    /** Lets one message look at once whether the company is there again. */
    void open(PartnerId company) {
        jdbc.sql("update company_pace set closed_until = null where partner_no = ?")
                .params(company.value())
                .update();
    }

    /** Forgets what went wrong with this channel; where nothing did, nobody is waited for and nothing is written. */
    void forgive(PartnerId company, Partner.Channel channel) {
        of(
                        company,
                        channel,
                        "update company_pace set failures = 0, failing_since = null, closed_until = null" + KEY
                                + " and (failures > 0 or closed_until is not null)")
                .update();
    }

    /** Since when nothing has got through by this channel, if the last messages all failed. */
    Optional<Instant> failingSince(PartnerId company, Partner.Channel channel) {
        return of(company, channel, "select failing_since from company_pace" + KEY + " and failures >= :many")
                .param("many", Pace.BREAKS_AT)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Says whether this is the failure that closes its company’s line, and since when there have been nothing but failures. */
    Optional<Instant> learn(Delivery delivery, Outcome outcome, Instant now) {
        if (outcome.word()
                == Word.REACHED) { // as nearly all do, and the lock of the row is what its company’s messages share
            forgive(delivery.company(), delivery.channel());
            return Optional.empty();
        }
        var pace = lock(delivery.company(), delivery.channel(), now);
        var after = pace.after(outcome, now, random);
        if (!after.equals(pace)) store(delivery.company(), delivery.channel(), after);
        return after.failures() == Pace.BREAKS_AT && pace.failures() < Pace.BREAKS_AT
                ? failingSince(delivery.company(), delivery.channel()) // as it is kept, to the microsecond
                : Optional.empty();
    }

    /** A company’s channel by which nothing gets through. */
    record Failing(PartnerId company, Partner.Channel channel, Instant since) {}

    List<Failing> failing() {
        return jdbc.sql("select partner_no, channel, failing_since from company_pace where failures >= ?")
                .params(Pace.BREAKS_AT)
                .query((row, number) -> new Failing(
                        new PartnerId(row.getInt("partner_no")),
                        Partner.Channel.valueOf(row.getString("channel")),
                        row.getTimestamp("failing_since").toInstant()))
                .list();
    }

    private Pace lock(PartnerId company, Partner.Channel channel, Instant now) {
        return locked(company, channel).orElseGet(() -> {
            of(company, channel, """
                    insert into company_pace (partner_no, channel, slots_until) values (:company, :channel, :now)
                    on conflict do nothing""").param("now", Timestamp.from(now)).update();
            return locked(company, channel).orElseThrow();
        });
    }

    private Optional<Pace> locked(PartnerId company, Partner.Channel channel) {
        return of(company, channel, "select * from company_pace" + KEY + " for update")
                .query((row, number) -> pace(row))
                .optional();
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
