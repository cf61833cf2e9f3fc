package io.retrace.requests;

import io.retrace.identity.SubjectId;
import java.time.Instant;

/** A person asked for erasure; its obligations are planned with it and the undo window runs. */
public record RequestReceived(RequestId request, SubjectId subject, int companies, int photos, Instant occurredAt)
        implements RequestChanged {}
