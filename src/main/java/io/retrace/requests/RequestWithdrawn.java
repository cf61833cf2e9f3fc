package io.retrace.requests;

import io.retrace.identity.SubjectId;
import java.time.Instant;

/** Taken back inside the undo window; nothing was sent. */
public record RequestWithdrawn(RequestId request, SubjectId subject, Instant occurredAt) implements RequestChanged {}
