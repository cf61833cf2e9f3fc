package io.retrace.identity;

import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** The time to change one’s mind is over: from now on the person is being erased here. */
public record ErasingStarted(UUID erasing, SubjectId subject, Instant occurredAt) implements DomainEvent {

    @Override
    public UUID concerns() {
        return subject.value();
    }
}
