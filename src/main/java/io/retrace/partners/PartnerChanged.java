package io.retrace.partners;

import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** What is registered of a company changed, its webhook included. */
public record PartnerChanged(PartnerId partner, String slug, Instant occurredAt) implements DomainEvent {}
