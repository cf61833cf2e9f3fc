package io.retrace.evidence;

/**
 * What it takes to check that a leaf is in the log, without us: {@code LogProof.parse(proof).verify(entry, …)}.
 *
 * @param position number of the leaf in the log, from 0
 * @param entry the leaf’s bytes: canonical JSON (RFC 8785) in UTF-8
 * @param proof C2SP tlog-proof, with the signed checkpoint in it
 */
public record LeafProof(LeafId leaf, long position, String entry, String proof) {}
