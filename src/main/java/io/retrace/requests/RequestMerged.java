package io.retrace.requests;

import io.retrace.identity.SubjectId;
import java.time.Instant;

/** A person asked again for what is already being asked for; it was merged into this request. */
public record RequestMerged(RequestId request, SubjectId subject, Instant occurredAt) implements RequestChanged {}
