package io.retrace.agents;

import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** A business was registered that may ask on behalf of people. */
public record AgentRegistered(AgentId agent, Instant occurredAt) implements DomainEvent {}
