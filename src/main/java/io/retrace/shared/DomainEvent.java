package io.retrace.shared;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A state change that happened: a past-tense record of ids and times, published inside the transaction that made it.
 * Every command publishes exactly one, and the evidence log writes exactly one leaf for it (T4).
 */
public interface DomainEvent {

    /** When the change took effect, by the {@code Clock}. */
    Instant occurredAt();

    /** Whose record keeps the salt of this event’s evidence, or {@code null} if it concerns no single person. */
    default @Nullable UUID concerns() {
        return null;
    }
}
