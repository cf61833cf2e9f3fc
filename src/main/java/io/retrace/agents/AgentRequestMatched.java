package io.retrace.agents;

import io.retrace.identity.SubjectId;
import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * What an agent filed is for this person, who is asked whether they want it.
 *
 * @param told whether they are written to; not if that happened too often today
 */
public record AgentRequestMatched(FilingId filing, SubjectId subject, boolean told, Instant occurredAt)
        implements DomainEvent {

    @Override
    public UUID concerns() {
        return subject.value();
    }
}
