package io.retrace.identity;

import io.retrace.shared.DomainEvent;
import java.time.Instant;

/**
 * An operator declared the erasure journal lost and began a new one.
 *
 * @param known the last line of the lost one that this database had seen
 */
public record JournalReplaced(long known, Instant occurredAt) implements DomainEvent {}
