package io.retrace.delivery;

import io.retrace.obligations.ObligationId;
import java.time.Instant;
import java.util.UUID;

/** What the queue keeps of a letter to a contract owner: which question, and since when it has gone unanswered. */
record OwnerLetterJob(UUID obligation, Instant silentSince) {

    ObligationId obligationId() {
        return new ObligationId(obligation);
    }

    /** Name of its execution: a question can fall silent again after a duty to keep has ended. */
    String instance() {
        return obligation + ":" + silentSince.toEpochMilli();
    }
}
