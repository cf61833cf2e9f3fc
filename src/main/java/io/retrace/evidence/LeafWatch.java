package io.retrace.evidence;

import io.retrace.evidence.Finding.Kind;
import io.retrace.evidence.TreeStore.Growth;
import io.retrace.evidence.TreeStore.SignedHead;
import io.retrace.evidence.merkle.CompactRange;
import io.retrace.evidence.merkle.MerkleHash;
import io.retrace.evidence.merkle.TreeNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Computes the tree again from the leaves themselves: a few blocks per look, the newest always and the others in turn, so that
 * each look is small and every leaf gets its turn.
 */
@Component
class LeafWatch {

    /** Levels of a block: 4,096 leaves. */
    static final int BLOCK = 12;

    private static final int BLOCKS = 3;

    private final JdbcTemplate jdbc;
    private final TreeStore tree;
    private volatile long turn;

    LeafWatch(JdbcTemplate jdbc, TreeStore tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    /**
     * In the transaction of its caller, which must show one state of the database throughout.
     *
     * @param settled whether a person has looked at this already: then the look goes on behind it
     */
    Optional<Finding> look(Predicate<Finding> settled) {
        long size = tree.head().map(SignedHead::size).orElse(0L);
        var counted = jdbc.queryForObject(
                "select coalesce(max(position) + 1, 0) from evidence_leaf where position is not null", Long.class);
        if (counted == null || counted != size) {
            var finding = new Finding(
                    Kind.LEAVES_MISCOUNTED, size, counted + " leaves have a place, " + size + " were signed for");
            if (!settled.test(finding)) return Optional.of(finding);
        }
        if (size == 0) return Optional.empty();
        long last = (size - 1) >> BLOCK;
        var finding = look(last, size, settled);
        for (int i = 0; i < BLOCKS && finding.isEmpty() && last > 0; i++) {
            turn = (turn + 1) % last;
            finding = look(turn, size, settled);
        }
        return finding;
    }

    private Optional<Finding> look(long block, long size, Predicate<Finding> settled) {
        long from = block << BLOCK;
        long to = Math.min(size, from + (1L << BLOCK));
        var growth = new Growth();
        var range = new CompactRange();
        // the tree’s limits are those of a uint16, so a block is some hundred kilobytes and at worst 256 MB streamed
        jdbc.query(
                "select entry from evidence_leaf where position >= ? and position < ? order by position",
                row -> {
                    range.append(row.getBytes(1), growth);
                },
                from,
                to);
        if (range.size() != to - from)
            return missing(from, to).filter(settled.negate()).findFirst();
        var computed = new HashMap<TreeNode, byte[]>();
        for (int i = 0; i < growth.nodes().size(); i++) {
            var local = growth.nodes().get(i);
            computed.put(
                    new TreeNode(local.level(), (from >> local.level()) + local.index()),
                    growth.hashes().get(i));
        }
        computed.putAll(above(block, size));
        return compare(computed).filter(settled.negate()).findFirst();
    }

    private Stream<Finding> missing(long from, long to) {
        return jdbc
                .query(
                        "select p from generate_series(?, ? - 1) p"
                                + " where not exists (select from evidence_leaf where position = p) order by p",
                        (row, n) -> row.getLong(1),
                        from,
                        to)
                .stream()
                .map(position ->
                        new Finding(Kind.LEAF_MISSING, position + 1, "there is no leaf at position " + position));
    }

    /** Every node above a block is above its last one, so with the blocks all of them get their turn. */
    private Map<TreeNode, byte[]> above(long block, long size) {
        var above = new ArrayList<TreeNode>();
        for (int level = BLOCK + 1; ((block >> (level - BLOCK)) + 1) << level <= size; level++) {
            above.add(new TreeNode(level, block >> (level - BLOCK)));
        }
        var children = above.stream()
                .flatMap(node -> List.of(child(node, 0), child(node, 1)).stream())
                .toList();
        var hashes = tree.stored(children);
        var computed = new HashMap<TreeNode, byte[]>();
        for (var node : above) {
            var left = hashes.get(child(node, 0));
            var right = hashes.get(child(node, 1));
            computed.put(node, left == null || right == null ? new byte[0] : MerkleHash.node(left, right));
        }
        return computed;
    }

    private static TreeNode child(TreeNode node, int side) {
        return new TreeNode(node.level() - 1, node.index() * 2 + side);
    }

    /** The lowest nodes that differ, from left to right: what stands above one of them differs because of it. */
    private Stream<Finding> compare(Map<TreeNode, byte[]> computed) {
        var stored = tree.stored(List.copyOf(computed.keySet()));
        var differing = computed.keySet().stream()
                .filter(node -> !Arrays.equals(computed.get(node), stored.get(node)))
                .collect(Collectors.toSet());
        return differing.stream()
                .filter(node -> node.level() == 0
                        || (!differing.contains(child(node, 0)) && !differing.contains(child(node, 1))))
                .sorted(Comparator.comparingInt(TreeNode::level).thenComparingLong(TreeNode::index))
                .map(node -> new Finding(
                        Kind.TREE_CHANGED,
                        (node.index() + 1) << node.level(),
                        "the stored hash of " + node + " is not that of what is below it"));
    }
}
