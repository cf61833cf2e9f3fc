package io.retrace.requests;

import io.retrace.identity.SubjectId;
import java.time.Instant;

/** A person used this right; its obligations are planned with it, and for an erasure the undo window runs. */
public record RequestReceived(
        RequestId request, RequestKind kind, SubjectId subject, int companies, int photos, Instant occurredAt)
        implements RequestChanged {}
