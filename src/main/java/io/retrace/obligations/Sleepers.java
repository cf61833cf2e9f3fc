package io.retrace.obligations;

import io.retrace.shared.ForModules;
import java.time.Instant;
import java.util.List;

/** What should long have gone on and no row of the queue will take any further (T3). There should be nothing. */
@ForModules
public interface Sleepers {

    /**
     * Puts what was due before this moment back on the queue, and says what it was; names also what was taken from the ledger
     * incompletely, which only a human can put right.
     */
    List<Found> wake(Instant dueBefore);

    /** What it was, and of which obligation; of a request it is the first. */
    record Found(Kind kind, ObligationId obligation) {}

    /** Stored names. */
    enum Kind {
        /** A request whose undo window is over, and which did not go out. */
        REQUEST_ASLEEP,
        OBLIGATION_ASLEEP,
        /** Its items are not as many as were counted when the request was taken. */
        ITEMS_DIFFER
    }
}
