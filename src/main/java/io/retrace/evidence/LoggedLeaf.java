package io.retrace.evidence;

import java.time.Instant;

/**
 * One entry of the log as everybody may see it.
 *
 * @param position its number in the log, from 0
 * @param time when the change took effect, to the second
 * @param type name of the event
 * @param commitment {@code sha256:} and 64 hexadecimal digits over salt and body
 * @param entry the bytes that are hashed into the tree, as text
 */
public record LoggedLeaf(LeafId id, long position, Instant time, String type, String commitment, String entry) {}
