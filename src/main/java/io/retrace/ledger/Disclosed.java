package io.retrace.ledger;

import io.retrace.partners.LegalBasis;
import io.retrace.partners.Partner;
import io.retrace.partners.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One branch of a photo’s trail: a company received it, when, for what and on which ground.
 *
 * @param via the company that passed it on, or {@code null} if the platform sent it
 * @param reportedAt when the platform told us: where this statement comes from
 */
public record Disclosed(
        Partner to,
        Purpose purpose,
        LegalBasis basis,
        Instant at,
        @Nullable Partner via,
        Instant reportedAt) {}
