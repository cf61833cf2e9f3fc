package io.retrace.delivery;

import io.retrace.identity.Actor;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Support ordered that a company gets messages once more. */
public record DeliveriesReplayed(UUID replay, PartnerId company, int messages, Actor by, Instant occurredAt)
        implements DomainEvent {}
