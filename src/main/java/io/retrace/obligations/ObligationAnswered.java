package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.requests.FulfilmentReported;
import io.retrace.requests.RequestId;
import io.retrace.shared.Sha256;
import java.time.Instant;

/** The company answered, or amended its answer; {@code form} is the digest of what it said (RFC 8785). */
public record ObligationAnswered(
        ObligationId obligation,
        RequestId request,
        SubjectId subject,
        int version,
        CompanyWord outcome,
        Sha256 form,
        Instant occurredAt)
        implements ObligationChanged, FulfilmentReported {}
