package io.retrace.delivery;

import io.retrace.partners.Partner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to put a question to its company; never a body.
 *
 * @param round which time it was asked: 0 for the first
 * @param no of the attempt within the round, from 1
 * @param completedAt {@code null} while it runs, or if it was cut off: then the company may have it or not
 * @param outcome bundle key {@code delivery.outcome.<outcome>}
 * @param status HTTP status or SMTP reply code, or {@code null} if there was none
 */
public record DeliveryAttempt(
        int round,
        int no,
        Partner.Channel channel,
        Instant startedAt,
        @Nullable Instant completedAt,
        String outcome,
        @Nullable Integer status) {

    static DeliveryAttempt of(ResultSet row) throws SQLException {
        var completed = row.getTimestamp("completed_at");
        return new DeliveryAttempt(
                row.getInt("round"),
                row.getInt("no"),
                Partner.Channel.valueOf(row.getString("channel")),
                row.getTimestamp("started_at").toInstant(),
                completed == null ? null : completed.toInstant(),
                word(row.getString("outcome")),
                row.getObject("status", Integer.class));
    }

    /** The last part of the outcome’s bundle key. */
    static String word(@Nullable String outcome) {
        return outcome == null ? "unknown" : outcome.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
