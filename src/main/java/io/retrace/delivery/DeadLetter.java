package io.retrace.delivery;

import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question whose company’s own channel has failed for good and that no other has carried yet. It is still being tried.
 *
 * @param since when a human was first needed
 * @param attempts made so far, over all channels
 * @param cause bundle key {@code delivery.outcome.<cause>} of the last attempt
 * @param status HTTP status or SMTP reply code of it, or {@code null} if there was none
 * @param next when it is tried again, and by what
 */
public record DeadLetter(
        ObligationId obligation,
        int round,
        Partner company,
        Instant since,
        int attempts,
        String cause,
        @Nullable Integer status,
        Instant next,
        Partner.Channel nextBy) {}
