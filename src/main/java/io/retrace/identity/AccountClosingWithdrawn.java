package io.retrace.identity;

import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** The person keeps the account that was to be closed. */
public record AccountClosingWithdrawn(UUID erasing, SubjectId subject, Instant occurredAt) implements DomainEvent {

    @Override
    public UUID concerns() {
        return subject.value();
    }
}
