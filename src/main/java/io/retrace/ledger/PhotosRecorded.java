package io.retrace.ledger;

import io.retrace.shared.DomainEvent;
import io.retrace.shared.Sha256;
import java.time.Instant;

/**
 * A batch of photos was registered.
 *
 * @param batch its number
 * @param linesRoot RFC 9162 root over its rows in order of event id
 */
public record PhotosRecorded(int batch, int lines, Sha256 linesRoot, Instant occurredAt) implements DomainEvent {}
