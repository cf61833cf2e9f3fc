package io.retrace.delivery;

import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How fast one company is written to by one channel, and whether at all: a rate limit that gives out places in a line, and a
 * breaker that lets one message through to see whether anybody is there again. Who has to wait gets a place after everybody
 * who waits already, so that there is no herd when a company comes back, however many messages it missed (ADR 0017).
 *
 * @param slotsUntil places are given out up to here
 * @param failures in a row
 * @param closedUntil nothing is sent before
 */
record Pace(
        Instant slotsUntil,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant closedUntil) {

    /** Twenty a second, and as many at once. */
    static final Duration GAP = Duration.ofMillis(50);

    static final Duration BURST = Duration.ofSeconds(1);

    /** So many failures in a row close the line. */
    static final int BREAKS_AT = 5;

    /** How long others wait while one looks whether anybody is there. */
    static final Duration PROBE = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofHours(1);

    static Pace unknown(Instant now) {
        return new Pace(now, 0, null, null);
    }

    /** What is decided about one message: when it comes back, or that it goes now; and how things stand then. */
    record Turn(Pace pace, @Nullable Instant comeBack) {}

    /** @param slot the place it was given earlier, if any */
    Turn next(@Nullable Instant slot, Instant now) {
        if (closedUntil != null && now.isBefore(closedUntil)) return waits(closedUntil);
        if (failures >= BREAKS_AT) return new Turn(new Pace(slotsUntil, failures, failingSince, now.plus(PROBE)), null);
        if (slot != null && !now.isBefore(slot)) return new Turn(this, null);
        var mine = later(slotsUntil, now).plus(GAP);
        if (mine.isAfter(now.plus(BURST))) return waits(now);
        return new Turn(new Pace(mine, failures, failingSince, closedUntil), null);
    }

    /** A place in the line after all who wait already. */
    Turn waits(Instant atLeastUntil) {
        var mine = later(slotsUntil, atLeastUntil).plus(GAP);
        return new Turn(new Pace(mine, failures, failingSince, closedUntil), mine);
    }

    Pace after(Outcome outcome, Instant now, RandomGenerator random) {
        if (outcome.word() == Word.REACHED) return new Pace(slotsUntil, 0, null, null);
        if (outcome.word().hopeless()) return this; // says nothing about the next message
        var since = failingSince == null ? now : failingSince;
        return new Pace(
                slotsUntil,
                failures + 1,
                since,
                closed(failures + 1, outcome, now, random).orElse(null));
    }

    /** A company that asks for time gets it for all its messages; one that is away is looked for less and less often. */
    private static Optional<Instant> closed(int failures, Outcome outcome, Instant now, RandomGenerator random) {
        var wish = RetrySchedule.asked(outcome);
        if (failures < BREAKS_AT) return wish.isZero() ? Optional.empty() : Optional.of(now.plus(wish));
        var usual = PROBE.multipliedBy(1L << Math.min(failures - BREAKS_AT, 10));
        var capped = usual.compareTo(LONGEST) > 0 ? LONGEST : usual;
        var jittered = Duration.ofMillis((long) (capped.toMillis() * random.nextDouble(0.8, 1.2)));
        return Optional.of(now.plus(wish.compareTo(jittered) > 0 ? wish : jittered));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
