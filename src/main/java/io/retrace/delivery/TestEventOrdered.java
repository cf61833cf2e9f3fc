package io.retrace.delivery;

import io.retrace.identity.Actor;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** A company’s server is to get a message that asks nothing; nobody’s obligation changes. */
public record TestEventOrdered(PartnerId company, Actor by, Instant occurredAt) implements DomainEvent {}
