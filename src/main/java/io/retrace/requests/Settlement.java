package io.retrace.requests;

import io.retrace.requests.Fulfilment.Tally;
import java.util.Optional;

/** Where the companies’ answers put a request that went out. */
final class Settlement {

    private Settlement() {}

    /**
     * *Done* only if every company erased or had nothing; otherwise it ends when every company has answered, or when the
     * statutory time is over: *Partly done* if anybody confirmed anything, *Not done* if nobody did. Empty while it goes on.
     */
    static Optional<RequestStatus> of(Tally tally, boolean deadlinePassed) {
        if (tally.erased() == tally.companies()) return Optional.of(RequestStatus.DONE);
        if (tally.answered() < tally.companies() && !deadlinePassed) return Optional.empty();
        return Optional.of(tally.confirmed() > 0 ? RequestStatus.PARTLY_DONE : RequestStatus.NOT_DONE);
    }
}
