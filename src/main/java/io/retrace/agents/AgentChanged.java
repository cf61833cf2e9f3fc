package io.retrace.agents;

import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** What is registered of an agent was changed. */
public record AgentChanged(AgentId agent, boolean active, Instant occurredAt) implements DomainEvent {}
