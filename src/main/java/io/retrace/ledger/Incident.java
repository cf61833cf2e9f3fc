package io.retrace.ledger;

import io.retrace.partners.Partner;
import java.time.Instant;
import java.util.UUID;

/** A photo was disclosed after its person had taken it back (T6). */
public record Incident(UUID id, UUID eventId, Partner company, Instant disclosedAt, Instant openedAt) {}
