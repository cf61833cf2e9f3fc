package io.retrace.requests;

import io.retrace.identity.SubjectId;
import java.time.Instant;

/** The undo window is over and the companies are being asked. */
public record RequestReleased(RequestId request, SubjectId subject, Instant occurredAt) implements RequestChanged {}
