package io.retrace.delivery;

import io.retrace.identity.Actor;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** Support had the address of a company’s server used again. */
public record EndpointEnabled(PartnerId company, Actor by, Instant occurredAt) implements DomainEvent {}
