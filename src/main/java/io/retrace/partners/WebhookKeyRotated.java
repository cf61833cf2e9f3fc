package io.retrace.partners;

import io.retrace.shared.DomainEvent;
import java.time.Instant;

/** A company’s webhook is signed with a new key of ours; the one before signs as well for a while. */
public record WebhookKeyRotated(PartnerId partner, String slug, Instant occurredAt) implements DomainEvent {}
