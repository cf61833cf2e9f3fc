package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final Instant START = Instant.parse("2026-11-03T09:00:00Z");
    private static final Outcome FAILURE = Outcome.of(Word.REFUSED, 500);

    private final RetrySchedule schedule = new RetrySchedule(new Random());

    @RepeatedTest(50)
    @UseCase("UC-015/1")
    void ten_attempts_over_seventy_five_hours_with_a_fifth_of_jitter() {
        var attempts = new ArrayList<>(List.of(START));
        for (var next = next(1, START); next.isPresent(); next = next(attempts.size(), attempts.getLast())) {
            attempts.add(next.get());
        }
        assertThat(attempts).hasSize(10);
        assertThat(Duration.between(START, attempts.getLast())).isGreaterThanOrEqualTo(Duration.ofHours(75));
        for (int i = 1; i < 9; i++) {
            var usual = RetrySchedule.WAITS.get(i).toMillis();
            assertThat(Duration.between(attempts.get(i - 1), attempts.get(i)).toMillis())
                    .isBetween(usual * 8 / 10, usual * 12 / 10);
        }
    }

    @Test
    void after_the_tenth_there_is_no_next() {
        assertThat(next(10, START)).isEmpty();
        assertThat(next(11, START)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BUSY", "TIMED_OUT"})
    void one_who_is_overloaded_is_left_alone_for_a_minute(Word word) {
        assertThat(schedule.next(1, START, START, Outcome.of(word, 429))).hasValue(START.plus(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "PT2H, PT2H, the wish is granted",
        "PT720H, PT24H, within reason",
        "PT1S, PT4S, but never earlier than usual"
    })
    void a_company_may_ask_for_more_time(Duration wish, Duration atLeast, String why) {
        var next = schedule.next(1, START, START, new Outcome(Word.REFUSED, 503, wish))
                .orElseThrow();
        assertThat(Duration.between(START, next)).as(why).isBetween(atLeast, atLeast.plusSeconds(2));
    }

    private Optional<Instant> next(int attempts, Instant now) {
        return schedule.next(attempts, START, now, FAILURE);
    }
}
