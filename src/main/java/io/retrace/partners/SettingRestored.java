package io.retrace.partners;

import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A change of a company’s setting was undone, with whatever stood on it. */
public record SettingRestored(PartnerId partner, UUID change, Setting setting, Instant occurredAt)
        implements DomainEvent {}
