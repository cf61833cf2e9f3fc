package io.retrace.obligations;

import io.retrace.ledger.PhotoId;

/** A photo that a company was asked about. */
public record AskedItem(PhotoId photo, ObligationId obligation, ItemRef ref) {}
