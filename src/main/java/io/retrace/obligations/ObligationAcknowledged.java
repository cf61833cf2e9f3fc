package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import java.time.Instant;

/** The company says it is working on it. */
public record ObligationAcknowledged(ObligationId obligation, RequestId request, SubjectId subject, Instant occurredAt)
        implements ObligationChanged {}
