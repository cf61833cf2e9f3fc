package io.retrace.delivery;

import io.retrace.delivery.opendsr.Meaning;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission as it stands.
 *
 * @param id our {@code subject_request_id}
 * @param amends the one it replaces, or {@code null}
 * @param sentAt since when the company may have it, or {@code null}
 * @param meaning the furthest that the company has said, or {@code null} if we know of nothing
 * @param polls how often its status was asked for on schedule
 */
record OpenDsrRequest(
        UUID id,
        ObligationId obligation,
        PartnerId company,
        @Nullable UUID amends,
        @Nullable Instant sentAt,
        @Nullable Meaning meaning,
        @Nullable Instant expectedBy,
        int polls) {

    boolean finished() {
        return meaning != null && meaning.finished();
    }
}
