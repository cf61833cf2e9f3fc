package io.retrace.delivery;

import io.retrace.obligations.ObligationDue;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import java.util.UUID;

/** What the queue keeps of a delivery: ids. */
record DeliverJob(UUID obligation, int round, int company) {

    static DeliverJob of(ObligationDue due) {
        return new DeliverJob(
                due.obligation().value(), due.round(), due.company().value());
    }

    ObligationId obligationId() {
        return new ObligationId(obligation);
    }

    PartnerId companyId() {
        return new PartnerId(company);
    }

    /** Name of its execution: one per question and round. */
    String instance() {
        return obligation + ":" + round;
    }
}
