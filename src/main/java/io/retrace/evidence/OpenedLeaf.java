package io.retrace.evidence;

/** A leaf that has its place in the log, with what opens it. */
public record OpenedLeaf(LoggedLeaf leaf, LeafOpening opening) {}
