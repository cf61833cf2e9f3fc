package io.retrace.evidence;

import io.retrace.identity.SubjectId;
import io.retrace.obligations.ObligationId;
import io.retrace.requests.RequestId;
import io.retrace.shared.DomainEvent;
import io.retrace.shared.Sha256;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receipt was issued; its leaf is what makes it provable.
 *
 * @param obligation the company it is about; {@code null}: the whole request
 * @param statement SHA-256 of the canonical statement (RFC 8785)
 */
public record ReceiptIssued(
        ReceiptId receipt,
        RequestId request,
        @Nullable ObligationId obligation,
        SubjectId subject,
        int version,
        Sha256 statement,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public UUID concerns() {
        return subject.value();
    }
}
