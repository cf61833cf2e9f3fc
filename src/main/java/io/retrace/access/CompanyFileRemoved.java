package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.obligations.ObligationId;
import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** The company took a file away again, before any answer named it. */
public record CompanyFileRemoved(CompanyFileId file, ObligationId obligation, SubjectId subject, Instant occurredAt)
        implements DomainEvent {

    @Override
    public UUID concerns() {
        return subject.value();
    }
}
