package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.obligations.ObligationId;
import io.retrace.shared.DomainEvent;
import io.retrace.shared.Sha256;
import java.time.Instant;
import java.util.UUID;

/** A company’s file for a copy was checked and kept. */
public record CompanyFileReceived(
        CompanyFileId file, ObligationId obligation, SubjectId subject, long bytes, Sha256 sha256, Instant occurredAt)
        implements DomainEvent {

    @Override
    public UUID concerns() {
        return subject.value();
    }
}
