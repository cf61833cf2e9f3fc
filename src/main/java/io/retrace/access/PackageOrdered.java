package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import java.time.Instant;

/** Its person asked for a newer one. */
public record PackageOrdered(PackageId packageId, RequestId request, SubjectId subject, Instant occurredAt)
        implements PackageChanged {}
