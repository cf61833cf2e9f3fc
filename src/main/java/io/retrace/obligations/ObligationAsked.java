package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import java.time.Instant;

/** Our question reached the company. */
public record ObligationAsked(
        ObligationId obligation, RequestId request, SubjectId subject, String messageId, Instant occurredAt)
        implements ObligationChanged {}
