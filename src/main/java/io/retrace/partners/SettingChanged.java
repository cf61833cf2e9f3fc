package io.retrace.partners;

import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A company’s admin changed a setting; what to and from where stays out of the log. */
public record SettingChanged(PartnerId partner, UUID change, Setting setting, Instant occurredAt)
        implements DomainEvent {}
