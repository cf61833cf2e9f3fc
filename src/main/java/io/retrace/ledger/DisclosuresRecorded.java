package io.retrace.ledger;

import io.retrace.shared.DomainEvent;
import io.retrace.shared.Sha256;
import java.time.Instant;

/**
 * A batch of disclosures was recorded.
 *
 * @param batch its number
 * @param linesRoot RFC 9162 root over its rows in order of event id
 * @param incidents how many of them were of photos that had been taken back
 */
public record DisclosuresRecorded(int batch, int lines, Sha256 linesRoot, int incidents, Instant occurredAt)
        implements DomainEvent {}
