package io.retrace.evidence;

import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as modules publish them: ids, an amount, a time. */
record SomethingHappened(Thing thing, @Nullable UUID person, int amount, Instant occurredAt) implements DomainEvent {

    @Override
    public @Nullable UUID concerns() {
        return person;
    }

    record Thing(UUID value) {}
}
