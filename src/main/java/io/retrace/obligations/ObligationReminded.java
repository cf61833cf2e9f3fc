package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import java.time.Instant;

/** The company is being asked again. */
public record ObligationReminded(
        ObligationId obligation, RequestId request, SubjectId subject, int round, boolean bySupport, Instant occurredAt)
        implements ObligationChanged {}
