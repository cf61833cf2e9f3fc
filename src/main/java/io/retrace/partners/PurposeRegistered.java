package io.retrace.partners;

import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** A purpose was registered. */
public record PurposeRegistered(String code, boolean trainsModels, boolean facial, Instant occurredAt)
        implements DomainEvent {}
