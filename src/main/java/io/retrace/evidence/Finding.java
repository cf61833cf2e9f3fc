package io.retrace.evidence;

import java.util.Locale;

/**
 * A contradiction between what is stored and what was signed.
 *
 * @param size of the checkpoint or tree that it is about
 * @param detail for operators: what differs and what to compare; no content of any leaf
 */
public record Finding(Kind kind, long size, String detail) {

    /** What can be wrong with a stored log. */
    public enum Kind {
        /** A signed note cannot be opened with a key of this log, or says something else than its row. */
        CHECKPOINT_CHANGED,
        /** The newest checkpoint is older than one that this node has seen. */
        ROLLED_BACK,
        /** Another root is stored for a size that this node has seen signed. */
        FORKED,
        /** A checkpoint does not continue the one before. */
        INCONSISTENT,
        /** Leaves have places that no checkpoint covers, or the last places are empty. */
        LEAVES_MISCOUNTED,
        /** A leaf is missing from the middle. */
        LEAF_MISSING,
        /** A stored hash is not that of the leaves below it. */
        TREE_CHANGED;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
