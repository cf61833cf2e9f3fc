package io.retrace.audit;

import io.retrace.identity.Actor;
import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import io.retrace.shared.DomainEvent;
import io.retrace.shared.Sha256;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An auditor took the bundle of a request.
 *
 * @param reason digest of the written reason, or {@code null} for a redacted bundle
 */
public record BundleExported(
        ExportId export,
        RequestId request,
        SubjectId subject,
        boolean redacted,
        @Nullable Sha256 reason,
        Actor by,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public UUID concerns() {
        return subject.value();
    }
}
