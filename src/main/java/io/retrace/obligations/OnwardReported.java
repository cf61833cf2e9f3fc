package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.requests.FulfilmentReported;
import io.retrace.requests.RequestId;
import io.retrace.shared.Sha256;
import java.time.Instant;
import java.util.UUID;

/** The company named somebody to whom it passed items on, or said more of it; {@code form} is the digest of what it said. */
public record OnwardReported(
        ObligationId obligation,
        RequestId request,
        SubjectId subject,
        UUID recipient,
        int version,
        Sha256 form,
        Instant occurredAt)
        implements ObligationChanged, FulfilmentReported {}
