package io.retrace.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.retrace.testing.UseCase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UseCase("UC-002/8")
class StatutoryDeadlinesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final StatutoryDeadlines deadlines = new StatutoryDeadlines(BERLIN, "DE");

    @ParameterizedTest(name = "received {0}: the month ends {1}, due {2}")
    @CsvSource({
        // an ordinary month
        "2026-11-03, 2026-12-03, 2026-12-03",
        // the day does not exist: the month’s last day
        "2027-01-31, 2027-02-28, 2027-03-01", // and that is a Sunday
        "2027-03-31, 2027-04-30, 2027-04-30",
        "2027-05-31, 2027-06-30, 2027-06-30",
        "2026-08-31, 2026-09-30, 2026-09-30",
        // leap years
        "2028-01-31, 2028-02-29, 2028-02-29",
        "2028-01-29, 2028-02-29, 2028-02-29",
        "2028-02-29, 2028-03-29, 2028-03-29",
        "2027-01-29, 2027-02-28, 2027-03-01",
        "2100-01-30, 2100-02-28, 2100-03-01", // no leap year, and a Sunday
        // a Saturday, a Sunday
        "2026-11-05, 2026-12-05, 2026-12-07",
        "2026-11-06, 2026-12-06, 2026-12-07",
        // 25 December 2026 is a Friday, 26 a Saturday: on to Monday
        "2026-11-25, 2026-12-25, 2026-12-28",
        "2026-11-24, 2026-12-24, 2026-12-24", // Christmas Eve is no public holiday
        // over the turn of the year: 1 January 2027 is a Friday
        "2026-12-01, 2027-01-01, 2027-01-04",
        // Good Friday to Easter Monday 2027: 26 to 29 March
        "2027-02-26, 2027-03-26, 2027-03-30",
        // Labour Day 2029 is a Tuesday; Unity Day 2028 a Tuesday
        "2029-04-01, 2029-05-01, 2029-05-02",
        "2028-09-03, 2028-10-03, 2028-10-04",
        // Ascension 2027 (6 May), Whit Monday 2027 (17 May)
        "2027-04-06, 2027-05-06, 2027-05-07",
        "2027-04-17, 2027-05-17, 2027-05-18",
        // only some federal states are closed: no move (Epiphany, Corpus Christi, Reformation Day, All Saints)
        "2026-12-06, 2027-01-06, 2027-01-06",
        "2027-04-27, 2027-05-27, 2027-05-27",
        "2029-09-30, 2029-10-30, 2029-10-30",
        "2027-10-01, 2027-11-01, 2027-11-01",
    })
    void one_month_from_the_day_of_receipt(LocalDate received, LocalDate computed, LocalDate due) {
        var deadline = deadlines.forReceiptAt(
                ZonedDateTime.of(received.atTime(12, 0), BERLIN).toInstant());
        assertThat(deadline).isEqualTo(new Deadline(due, "gdpr-one-month", "GDPR Art. 12(3)", received, computed));
        assertThat(deadline.moved()).isEqualTo(!computed.equals(due));
    }

    @ParameterizedTest(name = "received {0}: counts as {1}")
    @CsvSource({
        "2026-11-03T22:59:59Z, 2026-11-03", // 23:59:59 in winter
        "2026-11-03T23:00:00Z, 2026-11-04", // midnight in winter
        "2026-07-03T21:59:59Z, 2026-07-03", // 23:59:59 in summer
        "2026-07-03T22:00:00Z, 2026-07-04", // midnight in summer
        "2026-10-25T00:30:00Z, 2026-10-25", // 02:30 for the first time, the night clocks go back
        "2026-10-25T01:30:00Z, 2026-10-25", // 02:30 for the second time
        "2027-03-28T00:59:59Z, 2027-03-28", // the last moment before clocks go forward
    })
    void the_day_of_receipt_is_the_day_in_the_controllers_zone(Instant received, LocalDate day) {
        assertThat(deadlines.forReceiptAt(received).start()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-03, 2026-12-03T23:00:00Z",
        "2026-07-03, 2026-07-03T22:00:00Z",
        "2027-03-28, 2027-03-28T22:00:00Z"
    })
    void the_last_day_ends_at_midnight_in_the_controllers_zone(LocalDate lastDay, Instant end) {
        assertThat(deadlines.endOf(lastDay)).isEqualTo(end);
    }

    @Test
    void another_country_has_other_holidays() {
        var epiphanyIsFree = new StatutoryDeadlines(ZoneId.of("Europe/Vienna"), "AT");
        assertThat(epiphanyIsFree
                        .forReceiptAt(Instant.parse("2026-12-06T12:00:00Z"))
                        .due())
                .isEqualTo(LocalDate.of(2027, 1, 7));
    }

    @Test
    void a_country_without_known_holidays_is_refused_at_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatutoryDeadlines(BERLIN, "XX"))
                .withMessageContaining("XX");
    }
}
