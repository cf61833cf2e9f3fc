package io.retrace.delivery;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After} (RFC 9110 §10.2.3): seconds or a date. */
final class RetryAfter {

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait, never negative; {@code null} if it says nothing we understand. */
    @Nullable
    Duration parse(@Nullable String value) {
        if (value == null) return null;
        try {
            if (value.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(value));
            var wait = Duration.between(
                    clock.instant(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip())));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
