package io.retrace.identity;

import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Nothing of the person is left here. It concerns nobody any more, so that the proof of it does not die with them. */
public record ErasingCompleted(UUID erasing, Instant occurredAt) implements DomainEvent {}
