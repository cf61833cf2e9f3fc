package io.retrace.identity;

import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A person’s account is to be closed, and what we hold of them erased, at {@code eraseAt} unless it is taken back. */
public record AccountClosingOrdered(UUID erasing, SubjectId subject, Closing.By by, Instant eraseAt, Instant occurredAt)
        implements DomainEvent {

    @Override
    public UUID concerns() {
        return subject.value();
    }
}
