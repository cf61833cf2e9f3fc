package io.retrace.requests;

import io.retrace.identity.SubjectId;
import java.time.Instant;

/** The undo window, if there was one, is over and the companies are being asked. */
public record RequestReleased(RequestId request, RequestKind kind, SubjectId subject, Instant occurredAt)
        implements RequestChanged {}
