package io.retrace.audit;

import io.retrace.identity.Actor;
import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An auditor read what a leaf says.
 *
 * @param position of the leaf
 * @param concerns whom the leaf is about
 */
public record OpeningInspected(long position, @Nullable UUID concerns, Actor by, Instant occurredAt)
        implements DomainEvent {}
