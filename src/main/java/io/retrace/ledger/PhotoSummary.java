package io.retrace.ledger;

import java.time.Instant;

/**
 * A photo in the gallery.
 *
 * @param companies how many companies received it
 * @param preview whether a thumbnail is kept
 */
public record PhotoSummary(PhotoId id, Instant uploadedAt, int companies, boolean preview) {}
