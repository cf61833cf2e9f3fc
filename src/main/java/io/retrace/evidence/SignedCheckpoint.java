package io.retrace.evidence;

import java.time.Instant;

/**
 * What the log committed to at one size.
 *
 * @param note the signed note (C2SP tlog-checkpoint), verbatim
 */
public record SignedCheckpoint(long size, Instant signedAt, String note) {}
