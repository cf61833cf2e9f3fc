package io.retrace.agents;

import io.retrace.identity.SubjectId;
import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent filed came to nothing.
 *
 * @param how declined, revoked, unverified, or nothing held
 * @param subject whom it was for, if anybody
 */
public record AgentRequestEnded(
        FilingId filing, FilingState how, @Nullable SubjectId subject, Instant occurredAt) implements DomainEvent {

    @Override
    public @Nullable UUID concerns() {
        return subject == null ? null : subject.value();
    }
}
