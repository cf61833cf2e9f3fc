package io.retrace.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A person’s account that is being closed, and with it everything Retrace holds of them.
 *
 * @param by who ordered it
 * @param eraseAt until when it can be taken back; then erasing begins
 * @param begun whether it has begun: there is no way back
 */
public record Closing(UUID id, SubjectId subject, By by, Instant orderedAt, Instant eraseAt, boolean begun) {

    /** Who orders an erasing. */
    public enum By {
        /** The person. */
        MEMBER,
        /** The platform, when the account there has ended; the person may object. */
        PLATFORM,
        /** The erasure journal, after a restore from a backup in which the person still was. */
        JOURNAL
    }
}
