package io.retrace.ledger;

import io.retrace.ledger.FeedReport.Stop;
import java.io.IOException;

/** The rest of a body cannot or must not be read. */
final class FeedStopped extends IOException {

    private final Stop reason;

    FeedStopped(Stop reason) {
        super(reason.name());
        this.reason = reason;
    }

    FeedStopped(Stop reason, IOException cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    Stop reason() {
        return reason;
    }
}
