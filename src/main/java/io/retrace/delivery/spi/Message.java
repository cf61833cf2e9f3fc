package io.retrace.delivery.spi;

import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import io.retrace.shared.Reference;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A question on its way to its company: nothing of the person, nothing of other companies (T5).
 *
 * @param id the same on every attempt, in every channel
 * @param copy whether a copy is asked for; deletion otherwise
 * @param writtenAt when the question came up; an attempt has its own time
 * @param fallback whether the company’s own channel did not work out
 */
public record Message(
        String id,
        Partner company,
        ObligationId obligation,
        Reference reference,
        boolean copy,
        int items,
        LocalDate due,
        Instant writtenAt,
        boolean fallback) {}
