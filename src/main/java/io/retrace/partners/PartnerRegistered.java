package io.retrace.partners;

import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** A company was registered. */
public record PartnerRegistered(PartnerId partner, String slug, Instant occurredAt) implements DomainEvent {}
