package io.retrace.identity;

import io.retrace.shared.DomainEvent;
import java.time.Instant;
import java.util.Map;

/**
 * The database was older than the erasure journal (it came from a backup), and these lines were applied again.
 *
 * @param applied by kind, how many persons or rows
 */
public record JournalApplied(long from, long to, Map<String, Integer> applied, Instant occurredAt)
        implements DomainEvent {

    public JournalApplied {
        applied = Map.copyOf(applied);
    }
}
