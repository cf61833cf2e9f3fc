package io.retrace.obligations;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.partners.Partner;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom a company passed items on, true now (T10), for the person and for staff. Names are the company’s own words.
 *
 * @param obligation of the company that named it
 * @param recipient its name; {@code null} once it is forgotten
 * @param word its own answer where we ask it ourselves; otherwise what the company that named it reports
 * @param silentAfter from when on a report that is missing is called "No answer"
 * @param asked the recipient, if it is a company that we ask ourselves
 */
public record PassedOn(
        ObligationId obligation,
        @Nullable String recipient,
        @Nullable String purpose,
        Instant namedAt,
        @Nullable LocalDate toldOn,
        @Nullable LocalDate answeredOn,
        @Nullable Outcome outcome,
        CompanyWord word,
        Instant silentAfter,
        @Nullable Partner asked) {

    /** Everyday name of a company that we know; otherwise as it was named; empty once that is forgotten. */
    public String name() {
        if (asked != null) return asked.name();
        return recipient == null ? "" : recipient;
    }
}
