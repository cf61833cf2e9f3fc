package io.retrace.obligations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turns moments into days and back, where the controller is. */
@Component
class LegalZone {

    private final ZoneId zone;

    LegalZone(@Value("${retrace.legal.zone:Europe/Berlin}") ZoneId zone) {
        this.zone = zone;
    }

    /** As PostgreSQL knows it too. */
    String name() {
        return zone.getId();
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
