package io.retrace.delivery;

import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import java.time.Instant;
import java.util.UUID;

/**
 * A link as it is kept.
 *
 * @param contact a MAC of the address it was sent to
 * @param settled made when the question was answered already
 */
@SuppressWarnings("ArrayRecordComponent") // read, checked and forgotten
record AnswerLink(
        UUID id, ObligationId obligation, PartnerId company, byte[] contact, boolean settled, Instant madeAt) {}
