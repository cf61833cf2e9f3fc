package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.requests.FulfilmentReported;
import io.retrace.requests.RequestId;
import java.time.Instant;

/** A company that was named as a recipient is asked by us; {@code namedIn} is what the company owes that named it. */
public record OnwardAsked(
        ObligationId obligation, RequestId request, SubjectId subject, ObligationId namedIn, Instant occurredAt)
        implements ObligationChanged, FulfilmentReported {}
