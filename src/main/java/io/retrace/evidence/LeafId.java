package io.retrace.evidence;

/** One leaf, by the number it was inserted under; its position in the log comes later and is another number. */
public record LeafId(long value) {}
