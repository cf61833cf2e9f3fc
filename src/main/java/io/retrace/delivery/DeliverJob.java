package io.retrace.delivery;

import io.retrace.obligations.ObligationId;
import java.util.UUID;

/** What the queue keeps of a delivery: ids. */
record DeliverJob(UUID obligation, int round) {

    static DeliverJob of(ObligationId obligation, int round) {
        return new DeliverJob(obligation.value(), round);
    }

    ObligationId obligationId() {
        return new ObligationId(obligation);
    }

    /** Name of its execution: one per question and round. */
    String instance() {
        return obligation + ":" + round;
    }
}
