package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import java.time.Instant;

/** Its key and its file are destroyed; nobody can read it any more. */
public record PackageExpired(PackageId packageId, RequestId request, SubjectId subject, Instant occurredAt)
        implements PackageChanged {}
