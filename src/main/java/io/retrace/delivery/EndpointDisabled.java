package io.retrace.delivery;

import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainEvent;
import java.time.Instant;

/**
 * The address of a company’s server is left alone from now on.
 *
 * @param gone whether it said so itself (410); it failed for five days otherwise
 */
public record EndpointDisabled(PartnerId company, boolean gone, Instant occurredAt) implements DomainEvent {}
