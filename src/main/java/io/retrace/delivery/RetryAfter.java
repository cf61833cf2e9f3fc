package io.retrace.delivery;

import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After} (RFC 9110 §10.2.3): seconds or a date. */
final class RetryAfter {

    private static final BigInteger MOST =
            BigInteger.valueOf(Duration.ofDays(365).toSeconds());

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait, never negative; {@code null} if it says nothing we understand. */
    @Nullable
    Duration parse(@Nullable String value) {
        if (value == null) return null;
        if (value.matches("\\d+"))
            return Duration.ofSeconds(new BigInteger(value).min(MOST).longValue());
        var date = date(value.strip());
        if (date == null) return null;
        var wait = Duration.between(clock.instant(), date);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Also in the two forms that are out of use and have to be understood (RFC 9110 §5.6.7). */
    private static @Nullable Instant date(String value) {
        for (var form : FORMS) {
            try {
                return Instant.from(form.parse(value));
            } catch (DateTimeException e) {
                // another form, or none
            }
        }
        return null;
    }
}
