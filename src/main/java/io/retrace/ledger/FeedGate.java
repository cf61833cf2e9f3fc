package io.retrace.ledger;

import io.retrace.shared.ForModules;

/** Keeps the feed and the take-backs in one order (T6). */
@ForModules
public interface FeedGate {

    /**
     * Waits until the feed batches under way are committed, and holds further ones until the calling transaction ends. Call
     * it first in the transaction that plans what is taken back: then no disclosure is missed between reading the ledger and
     * writing {@code take_back}.
     */
    void hold();
}
