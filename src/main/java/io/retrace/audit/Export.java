package io.retrace.audit;

import io.retrace.requests.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that an auditor took.
 *
 * @param reason why it had to be unredacted, in the auditor’s words; {@code null} if it was redacted
 * @param by the auditor’s opaque id
 */
public record Export(
        ExportId id,
        RequestId request,
        boolean redacted,
        @Nullable String reason,
        String by,
        Instant takenAt) {}
