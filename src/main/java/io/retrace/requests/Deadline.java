package io.retrace.requests;

import java.time.LocalDate;

/**
 * A statutory deadline that explains itself (T9).
 *
 * @param due the last day
 * @param rule key of the rule’s explanation: {@code deadline.rule.<rule>}, such as {@code gdpr-one-month}
 * @param article where it stands, such as "GDPR Art. 12(3)"
 * @param start the day it counts from: receipt
 * @param computed the day the month ends before weekends and holidays move it
 */
public record Deadline(LocalDate due, String rule, String article, LocalDate start, LocalDate computed) {

    /** Whether a weekend or public holiday moved it (Regulation (EEC, Euratom) No 1182/71 Art. 3(4)). */
    public boolean moved() {
        return !due.equals(computed);
    }
}
