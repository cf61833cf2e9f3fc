package io.retrace.evidence.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tree grown leaf by leaf as the log grows it, beside the RFC’s recursive definition of the same roots. */
final class GrownTree {

    private final CompactRange range = new CompactRange();
    private final Map<TreeNode, byte[]> stored = new HashMap<>();
    private final List<byte[]> leafHashes = new ArrayList<>();
    private final List<byte[]> roots = new ArrayList<>(List.of(range.root()));

    static GrownTree of(int size) {
        var tree = new GrownTree();
        for (int i = 0; i < size; i++) tree.add(("leaf " + i).getBytes(StandardCharsets.UTF_8));
        return tree;
    }

    /** The eight leaves that Certificate Transparency implementations test with. */
    static GrownTree ofTheVectors() {
        var tree = new GrownTree();
        for (var entry : List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")) {
            tree.add(HexFormat.of().parseHex(entry));
        }
        return tree;
    }

    void add(byte[] entry) {
        range.append(entry, stored::put);
        leafHashes.add(MerkleHash.leaf(entry));
        roots.add(range.root());
    }

    byte[] leaf(long index) {
        return leafHashes.get((int) index);
    }

    byte[] root(long size) {
        return roots.get((int) size);
    }

    List<byte[]> inclusion(long index, long size) {
        return ProofPlan.inclusion(index, size).path(this::node);
    }

    List<byte[]> consistency(long first, long second) {
        return ProofPlan.consistency(first, second).path(this::node);
    }

    byte[] node(TreeNode node) {
        return Objects.requireNonNull(stored.get(node), () -> node + " was never completed");
    }

    /** MTH of RFC 9162 §2.1.1, word for word. */
    byte[] definedRoot(int from, int to) {
        int leaves = to - from;
        if (leaves == 0) return MerkleHash.empty();
        if (leaves == 1) return leafHashes.get(from);
        int k = Integer.highestOneBit(leaves - 1);
        return MerkleHash.node(definedRoot(from, from + k), definedRoot(from + k, to));
    }
}
