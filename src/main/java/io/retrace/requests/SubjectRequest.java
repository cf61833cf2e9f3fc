package io.retrace.requests;

import io.retrace.shared.Reference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as its person and support read it.
 *
 * @param kind which right
 * @param undoUntil until when the person can take it back; after it the request goes out
 * @param scope what was asked: {@code all}, {@code photos} or {@code companies}
 * @param photos photos asked for when it was made
 * @param companies companies it goes to
 * @param releasedAt when it went out, or {@code null}
 * @param closedAt when it came to an end, or {@code null}
 */
public record SubjectRequest(
        RequestId id,
        Reference reference,
        RequestKind kind,
        RequestStatus status,
        Instant receivedAt,
        Instant undoUntil,
        String scope,
        int photos,
        int companies,
        Deadline deadline,
        @Nullable Instant releasedAt,
        @Nullable Instant closedAt) {}
