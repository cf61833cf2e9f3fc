package io.retrace.ledger;

import io.retrace.partners.Partner;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo that its person had taken back reached the ledger as disclosed to that company again (T6).
 *
 * @param eventId the platform’s name for the disclosure; {@code null} once its person was erased
 * @param disclosedAt when the platform says it was sent
 * @param openedAt when the feed reported it
 */
public record Incident(
        UUID id, Kind kind, @Nullable UUID eventId, Partner company, Instant disclosedAt, Instant openedAt) {

    /** What went wrong. */
    public enum Kind {
        /** It was sent after the take-back. */
        AFTER_TAKE_BACK,
        /** It was sent before the take-back, or the erasure, and reported only now. */
        REPORTED_LATE,
        /** Its person had been erased here. */
        AFTER_ERASURE
    }
}
