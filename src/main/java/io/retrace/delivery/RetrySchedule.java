package io.retrace.delivery;

import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a channel is tried again: ten times over more than three days, as Standard Webhooks 1.0 advises. */
final class RetrySchedule {

    /** How long each attempt waits after the one before it. */
    static final List<Duration> WAITS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** From the first attempt to the last it is never less than this, however the jitter falls: a long weekend. */
    static final Duration SPAN = Duration.ofHours(75);

    private static final Duration SLOW_DOWN = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final RandomGenerator random;

    RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * When to try again after a failure; empty after the last attempt.
     *
     * @param attempts how many were made on this channel
     * @param first when the first of them was made
     */
    Optional<Instant> next(int attempts, Instant first, Instant now, Outcome failure) {
        if (attempts >= WAITS.size()) return Optional.empty();
        var at = now.plus(longest(jittered(WAITS.get(attempts)), asked(failure)));
        var lastAttempt = attempts == WAITS.size() - 1;
        return Optional.of(lastAttempt && at.isBefore(first.plus(SPAN)) ? first.plus(SPAN) : at);
    }

    private Duration jittered(Duration wait) {
        return Duration.ofMillis((long) (wait.toMillis() * random.nextDouble(0.8, 1.2)));
    }

    /** What the company itself asks for, clamped; with a minute at least for one that is overloaded. */
    static Duration asked(Outcome failure) {
        return longest(slowDown(failure), wish(failure));
    }

    private static Duration slowDown(Outcome failure) {
        return failure.word() == Word.BUSY || failure.word() == Word.TIMED_OUT ? SLOW_DOWN : Duration.ZERO;
    }

    private static Duration wish(Outcome failure) {
        var wish = failure.retryAfter();
        if (wish == null) return Duration.ZERO;
        return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    }

    private static Duration longest(Duration... waits) {
        var longest = Duration.ZERO;
        for (var wait : waits) if (wait.compareTo(longest) > 0) longest = wait;
        return longest;
    }
}
