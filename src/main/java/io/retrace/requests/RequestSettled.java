package io.retrace.requests;

import io.retrace.identity.SubjectId;
import java.time.Instant;

/** The companies’ answers, or the end of their time, moved the request. */
public record RequestSettled(RequestId request, SubjectId subject, RequestStatus status, Instant occurredAt)
        implements RequestChanged {}
