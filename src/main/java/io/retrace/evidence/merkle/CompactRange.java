package io.retrace.evidence.merkle;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A growing tree that remembers only its right edge: one hash per bit of its size. Appending costs two hashes on
 * average and no memory; not for several threads at once.
 */
public final class CompactRange {

    /** Told of every complete subtree as it comes into being, leaves (level 0) included. */
    @FunctionalInterface
    public interface Sink {
        void complete(TreeNode node, byte[] hash);
    }

    private final MessageDigest sha256 = MerkleHash.sha256();
    private final byte[][] edge = new byte[63][];
    private final byte[] carry = new byte[MerkleHash.SIZE];
    private long size;

    /** The empty tree. */
    public CompactRange() {}

    /**
     * The tree of {@code size} leaves again.
     *
     * @param edge the hashes of {@link TreeNode#covering(long) TreeNode.covering(size)}, in that order
     */
    public CompactRange(long size, List<byte[]> edge) {
        var nodes = TreeNode.covering(size);
        if (nodes.size() != edge.size()) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has " + nodes.size()
                    + " hashes on its right edge, not " + edge.size());
        }
        for (int i = 0; i < nodes.size(); i++) {
            this.edge[nodes.get(i).level()] = edge.get(i).clone();
        }
        this.size = size;
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Appends an entry and tells nobody. */
    public void append(byte[] entry) {
        MerkleHash.leaf(sha256, entry, carry);
        int level = 0;
        for (; (size >> level & 1) == 1; level++) {
            MerkleHash.node(sha256, edge[level], carry, carry);
        }
        keep(level);
    }

    /** Appends an entry; {@code sink} receives the leaf hash and every subtree that it completes. */
    public void append(byte[] entry, Sink sink) {
        MerkleHash.leaf(sha256, entry, carry);
        sink.complete(new TreeNode(0, size), carry.clone());
        int level = 0;
        while ((size >> level & 1) == 1) {
            MerkleHash.node(sha256, edge[level], carry, carry);
            level++;
            sink.complete(new TreeNode(level, size >> level), carry.clone());
        }
        keep(level);
    }

    /** Root over all leaves so far (RFC 9162 §2.1.1). */
    public byte[] root() {
        if (size == 0) return MerkleHash.empty();
        int level = Long.numberOfTrailingZeros(size);
        var root = edge[level].clone();
        while (++level < edge.length) {
            if ((size >> level & 1) == 1) MerkleHash.node(sha256, edge[level], root, root);
        }
        return root;
    }

    private void keep(int level) {
        if (edge[level] == null) edge[level] = new byte[MerkleHash.SIZE];
        System.arraycopy(carry, 0, edge[level], 0, MerkleHash.SIZE);
        size++;
    }

    @Override
    public String toString() {
        return size + " leaves, root " + HexFormat.of().formatHex(root());
    }
}
