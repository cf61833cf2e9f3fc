package io.retrace.evidence.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Which stored subtree hashes a proof is made of, so that they can be fetched at once: a proof for a tree of any size
 * reads at most some dozens of hashes and no leaf.
 */
public final class ProofPlan {

    private final List<List<TreeNode>> path;

    private ProofPlan(List<List<TreeNode>> path) {
        this.path = path;
    }

    /** Proof that the leaf at {@code index} is in the tree of {@code size} leaves (RFC 9162 §2.1.3.1). */
    public static ProofPlan inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        var path = new ArrayList<List<TreeNode>>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.addFirst(TreeNode.covering(middle, to));
                to = middle;
            } else {
                path.addFirst(TreeNode.covering(from, middle));
                from = middle;
            }
        }
        return new ProofPlan(path);
    }

    /** Proof that the tree of {@code second} leaves begins with the tree of {@code first} (RFC 9162 §2.1.4.1). */
    public static ProofPlan consistency(long first, long second) {
        if (first <= 0 || first > second) {
            throw new IllegalArgumentException("no consistency proof from " + first + " to " + second);
        }
        var path = new ArrayList<List<TreeNode>>();
        long from = 0;
        long to = second;
        while (first < to) {
            long middle = from + split(to - from);
            if (first <= middle) {
                path.addFirst(TreeNode.covering(middle, to));
                to = middle;
            } else {
                path.addFirst(TreeNode.covering(from, middle));
                from = middle;
            }
        }
        // the verifier knows the first root; only a part of it must be told
        if (from > 0) path.addFirst(TreeNode.covering(from, to));
        return new ProofPlan(path);
    }

    /** Every subtree that is needed, each once. */
    public List<TreeNode> nodes() {
        return path.stream().flatMap(List::stream).distinct().toList();
    }

    /** The proof, lowest hash first, given the hash of each of {@link #nodes()}. */
    public List<byte[]> path(Function<TreeNode, byte[]> hashes) {
        return path.stream().map(nodes -> fold(nodes, hashes)).toList();
    }

    private static byte[] fold(List<TreeNode> nodes, Function<TreeNode, byte[]> hashes) {
        var root = hashes.apply(nodes.getLast());
        for (int i = nodes.size() - 2; i >= 0; i--) {
            root = MerkleHash.node(hashes.apply(nodes.get(i)), root);
        }
        return root;
    }

    /** The largest power of two smaller than {@code leaves}. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
