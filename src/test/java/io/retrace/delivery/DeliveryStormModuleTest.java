package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrace.delivery.StormHistory.Part;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One storm; thirty with {@code -Dretrace.storms=30}, each in an order of its own. */
class DeliveryStormModuleTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("retrace.storms", 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @UseCase("UC-015/13")
    void whatever_dies_or_sleeps_each_question_reaches_its_company_under_one_id(long seed, TestReporter reporter)
            throws Exception {
        try (var storm = new DeliveryStorm(seed)) {
            var history = new StormHistory(storm.postgres.jdbc());
            storm.rage();
            await().atMost(Duration.ofMinutes(2)).until(history::settled);

            var sent = storm.sink.messages();
            history.agree(storm.accepted(), sent);
            var cutOff = history.parts().stream().mapToInt(Part::cutOff).sum();
            assertThat(cutOff).as("a storm that strikes nobody proves nothing").isPositive();
            reporter.publishEntry(
                    "storm " + seed,
                    "%d accepted, %d sent, %d attempts cut off"
                            .formatted(storm.accepted().size(), sent.size(), cutOff));
        }
    }
}
