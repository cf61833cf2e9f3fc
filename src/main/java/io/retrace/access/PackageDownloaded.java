package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import java.time.Instant;

/** Its person began to download it. */
public record PackageDownloaded(PackageId packageId, RequestId request, SubjectId subject, Instant occurredAt)
        implements PackageChanged {}
