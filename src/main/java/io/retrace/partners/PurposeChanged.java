package io.retrace.partners;

import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** What is registered of a purpose changed. */
public record PurposeChanged(String code, boolean trainsModels, boolean facial, Instant occurredAt)
        implements DomainEvent {}
