package io.retrace.requests;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * GDPR Art. 12(3): one month from the day of receipt, in the controller’s zone; Regulation (EEC, Euratom) No 1182/71
 * Art. 3 says how a month ends, and that a last day that is no working day moves on (ADR 0010).
 */
@Component
class StatutoryDeadlines {

    private final ZoneId zone;
    private final HolidayManager holidays;

    StatutoryDeadlines(
            @Value("${retrace.legal.zone:Europe/Berlin}") ZoneId zone,
            @Value("${retrace.legal.country:DE}") String country) {
        var calendar = country.toLowerCase(Locale.ROOT);
        if (HolidayManager.getSupportedCalendarCodes().stream().noneMatch(calendar::equalsIgnoreCase)) {
            throw new IllegalArgumentException("retrace.legal.country: no public holidays are known for " + country);
        }
        this.zone = zone;
        this.holidays = HolidayManager.getInstance(ManagerParameters.create(calendar));
    }

    /** When a request received then has to be answered, and why. */
    Deadline forReceiptAt(Instant receivedAt) {
        var start = LocalDate.ofInstant(receivedAt, zone);
        var computed = start.plusMonths(1);
        var due = computed;
        while (!isWorkingDay(due)) due = due.plusDays(1);
        return new Deadline(due, "gdpr-one-month", "GDPR Art. 12(3)", start, computed);
    }

    /** The first moment after the last day. */
    Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.isHoliday(day, HolidayType.PUBLIC_HOLIDAY);
    }
}
