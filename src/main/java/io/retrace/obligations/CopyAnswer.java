package io.retrace.obligations;

import java.time.Instant;

/**
 * A recorded answer to the question for a copy: immutable; amendable only by a further one.
 *
 * @param version 1 for the first, then 2, 3 …; the highest is in force
 */
public record CopyAnswer(int version, Instant receivedAt, CompanyWord outcome, CopyForm form) {}
