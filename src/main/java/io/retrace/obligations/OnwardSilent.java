package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.requests.FulfilmentReported;
import io.retrace.requests.RequestId;
import java.time.Instant;
import java.util.UUID;

/** The company’s time is over to report what a recipient answered. */
public record OnwardSilent(
        ObligationId obligation, RequestId request, SubjectId subject, UUID recipient, Instant occurredAt)
        implements ObligationChanged, FulfilmentReported {}
