package io.retrace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryLaterTest {

    @ParameterizedTest
    @CsvSource({"0, 4000, 6000", "1, 8000, 12000", "5, 128000, 192000", "6, 240000, 360000", "1000, 240000, 360000"})
    void waits_double_up_to_five_minutes_with_a_fifth_of_jitter(int earlierFailures, long from, long to) {
        assertThat(RetryLater.delay(earlierFailures).toMillis()).isBetween(from, to);
    }
}
