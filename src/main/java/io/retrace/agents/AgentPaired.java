package io.retrace.agents;

import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** An agent proved its key and was given a new token; the one before is worth nothing. */
public record AgentPaired(AgentId agent, Instant occurredAt) implements DomainEvent {}
