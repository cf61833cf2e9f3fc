package io.retrace.agents;

import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** An agent asked for something on behalf of somebody; whether there is such a person was not looked at. */
public record AgentRequestFiled(FilingId filing, AgentId agent, Exercise exercise, Instant occurredAt)
        implements DomainEvent {}
