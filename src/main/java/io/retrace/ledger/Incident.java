package io.retrace.ledger;

import io.retrace.partners.Partner;
import java.time.Instant;
import java.util.UUID;

/**
 * A photo that its person had taken back reached the ledger as disclosed to that company again (T6).
 *
 * @param disclosedAt when the platform says it was sent
 * @param openedAt when the feed reported it
 */
public record Incident(UUID id, Kind kind, UUID eventId, Partner company, Instant disclosedAt, Instant openedAt) {

    /** What went wrong: it was sent after the take-back, or sent before and reported only now. */
    public enum Kind {
        AFTER_TAKE_BACK,
        REPORTED_LATE
    }
}
