/**
 * Merkle trees, notes and proofs that anyone can check: RFC 9162 hashing, C2SP signed-note, tlog-checkpoint and
 * tlog-proof. Plain JDK on purpose, so that a receipt can be verified without the portal.
 */
@NamedInterface("merkle")
@NullMarked
package io.retrace.evidence.merkle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
