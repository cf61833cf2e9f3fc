package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");

    private final Random random = new Random(7);
    private Pace pace = Pace.unknown(NOW);

    @Test
    void twenty_go_at_once_and_the_others_line_up_twenty_a_second() {
        var places = new ArrayList<Instant>();
        for (int i = 0; i < 1000; i++) {
            var turn = pace.next(null, NOW);
            pace = turn.pace();
            if (turn.comeBack() != null) places.add(turn.comeBack());
        }
        assertThat(places).hasSize(980).isSorted().doesNotHaveDuplicates();
        for (int i = 1; i < places.size(); i++) {
            assertThat(Duration.between(places.get(i - 1), places.get(i))).isEqualTo(Pace.GAP);
        }
    }

    @Test
    void who_has_waited_goes_and_takes_no_second_place() {
        var turn = pace.next(NOW.minusSeconds(1), NOW);
        assertThat(turn.comeBack()).isNull();
        assertThat(turn.pace()).isEqualTo(pace);
    }

    @Test
    void five_failures_in_a_row_close_the_line_and_one_looks_after_a_minute() {
        for (int i = 0; i < 4; i++) fail(Word.TIMED_OUT, Duration.ZERO);
        pace = new Pace(pace.slotsUntil(), 4, pace.failingSince(), null);
        fail(Word.UNREACHABLE, null);
        var closed = Objects.requireNonNull(pace.closedUntil());
        assertThat(Duration.between(NOW, closed)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        assertThat(pace.next(null, NOW).comeBack()).isAfter(closed);

        var probe = pace.next(null, closed);
        assertThat(probe.comeBack()).as("one looks").isNull();
        assertThat(probe.pace().next(null, closed.plusSeconds(1)).comeBack())
                .as("the others wait meanwhile")
                .isAfterOrEqualTo(closed.plus(Pace.PROBE));
    }

    @Test
    void who_is_away_is_looked_for_less_and_less_often_but_every_hour_at_least() {
        for (int i = 0; i < 40; i++) fail(Word.UNREACHABLE, null);
        assertThat(Duration.between(NOW, pace.closedUntil())).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    }

    @Test
    void when_it_is_back_those_who_waited_come_one_after_the_other() {
        for (int i = 0; i < 5; i++) fail(Word.UNREACHABLE, null);
        var places = new ArrayList<Instant>();
        for (int i = 0; i < 100; i++) {
            var turn = pace.next(null, NOW);
            pace = turn.pace();
            places.add(Objects.requireNonNull(turn.comeBack()));
        }
        pace = pace.after(Outcome.of(Word.REACHED, 204), NOW, random);
        assertThat(pace.closedUntil()).isNull();
        assertThat(places).isSorted().doesNotHaveDuplicates();
        assertThat(Duration.between(places.getFirst(), places.getLast())).isEqualTo(Pace.GAP.multipliedBy(99));
        for (var place : places)
            assertThat(pace.next(place, place).comeBack())
                    .as("each in its place")
                    .isNull();
    }

    @Test
    @UseCase("UC-015/2")
    void a_company_that_asks_for_time_gets_it_for_all_its_messages() {
        fail(Word.BUSY, Duration.ofHours(2));
        assertThat(pace.next(null, NOW.plusSeconds(7199)).comeBack()).isAfter(NOW.plusSeconds(7200));
        assertThat(pace.next(null, NOW.plusSeconds(7200)).comeBack()).isNull();
    }

    @Test
    void an_address_that_is_gone_says_nothing_about_how_the_company_does() {
        assertThat(pace.after(Outcome.of(Word.GONE, 410), NOW, random)).isEqualTo(pace);
    }

    private void fail(Word word, java.time.@org.jspecify.annotations.Nullable Duration retryAfter) {
        pace = pace.after(new Outcome(word, null, retryAfter), NOW, random);
    }
}
