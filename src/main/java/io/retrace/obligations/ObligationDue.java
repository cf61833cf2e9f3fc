package io.retrace.obligations;

import io.retrace.partners.PartnerId;
import java.time.Instant;

/**
 * A company has to be written to now: heard by delivery, which schedules the message in the same transaction. Not a state
 * change of its own, so not evidence.
 *
 * @param round 0 for the first time, then 1, 2 …: with the obligation it makes the stable message id
 */
public record ObligationDue(ObligationId obligation, PartnerId company, Errand errand, int round, Instant at) {}
