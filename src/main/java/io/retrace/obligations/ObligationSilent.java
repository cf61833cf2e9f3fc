package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.requests.FulfilmentReported;
import io.retrace.requests.RequestId;
import java.time.Instant;

/** The company’s time is over without an answer; a named human takes over. */
public record ObligationSilent(ObligationId obligation, RequestId request, SubjectId subject, Instant occurredAt)
        implements ObligationChanged, FulfilmentReported {}
