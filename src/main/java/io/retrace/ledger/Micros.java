package io.retrace.ledger;

import java.time.Instant;

/** Times as PostgreSQL counts them: microseconds from the beginning of the year 2000. */
final class Micros {

    private static final Instant ZERO = Instant.parse("2000-01-01T00:00:00Z");
    /** Nothing was disclosed before; what says so is a mistake in the feed. */
    static final long EARLIEST = of(Instant.parse("1990-01-01T00:00:00Z"));

    private Micros() {}

    static long of(Instant instant) {
        return (instant.getEpochSecond() - ZERO.getEpochSecond()) * 1_000_000L + instant.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return ZERO.plusSeconds(Math.floorDiv(micros, 1_000_000L)).plusNanos(Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
