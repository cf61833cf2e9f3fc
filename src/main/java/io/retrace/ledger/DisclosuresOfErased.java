package io.retrace.ledger;

import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** The feed reported disclosures of photos whose people were erased; they were refused and opened as incidents. */
public record DisclosuresOfErased(int incidents, Instant occurredAt) implements DomainEvent {}
