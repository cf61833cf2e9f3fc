package io.retrace.ledger;

import io.retrace.shared.DomainEvent;
import io.retrace.shared.Sha256;
import java.time.Instant;
import java.util.UUID;

/**
 * A thumbnail of a photo was kept.
 *
 * @param concerns the person whose photo it is
 * @param thumbnail digest of the re-encoded picture
 */
public record PreviewStored(PhotoId photo, UUID concerns, Sha256 thumbnail, Instant occurredAt)
        implements DomainEvent {}
