package io.retrace.obligations;

import java.time.Instant;

/**
 * A recorded answer: signed off, immutable; amendable only by a further one.
 *
 * @param version 1 for the first, then 2, 3 …; the highest is in force
 * @param outcome what it amounts to
 * @param erasedItems items that are gone or were never held
 * @param keptItems items that are kept or infeasible
 */
public record Attestation(
        int version, Instant receivedAt, CompanyWord outcome, int erasedItems, int keptItems, AttestationForm form) {}
