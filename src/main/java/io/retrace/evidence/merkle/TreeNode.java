package io.retrace.evidence.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Address of a complete subtree: the leaves from {@code index · 2^level} on, {@code 2^level} of them. Its hash never
 * changes once those leaves are there, so it can be stored for good.
 */
public record TreeNode(int level, long index) {

    public TreeNode {
        if (level < 0 || level > 62) throw new IllegalArgumentException("no level " + level);
        if (index < 0) throw new IllegalArgumentException("no index " + index);
    }

    /** The complete subtrees that make up the first {@code size} leaves, largest (leftmost) first; none for an empty tree. */
    public static List<TreeNode> covering(long size) {
        return covering(0, size);
    }

    /** The same for the leaves {@code [from, to)} of an RFC 9162 subtree, whose start is aligned to its width. */
    static List<TreeNode> covering(long from, long to) {
        var nodes = new ArrayList<TreeNode>();
        for (long start = from; start < to; ) {
            int level = 63 - Long.numberOfLeadingZeros(to - start);
            nodes.add(new TreeNode(level, start >> level));
            start += 1L << level;
        }
        return nodes;
    }
}
