package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.Chase.Stage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaseTest {

    private static final Instant ASKED = Instant.parse("2026-11-03T12:00:00Z");
    private static final Duration TIME = Duration.ofDays(14);

    @ParameterizedTest
    @CsvSource({
        "P0D, FIRST_REMINDER",
        "P6DT23H59M59.999999S, FIRST_REMINDER",
        "P7D, SECOND_REMINDER",
        "P10DT11H59M59S, SECOND_REMINDER",
        "P10DT12H, SILENCE",
        "P14D, SILENCE",
        "P90D, SILENCE",
    })
    void steps_come_at_half_and_three_quarters_of_the_time_and_missed_ones_are_not_caught_up(
            Duration later, Stage next) {
        assertThat(Chase.pending(ASKED, TIME, ASKED.plus(later))).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"FIRST_REMINDER, P7D", "SECOND_REMINDER, P10DT12H", "SILENCE, P14D"})
    void each_step_has_its_time(Stage step, Duration after) {
        assertThat(Chase.at(step, ASKED, TIME)).isEqualTo(ASKED.plus(after));
    }
}
