package io.retrace.evidence;

import io.retrace.evidence.merkle.CompactRange;
import io.retrace.evidence.merkle.MerkleHash;
import io.retrace.evidence.merkle.TreeNode;
import io.retrace.shared.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tree in the database: hashes of complete subtrees, and the checkpoints signed over it. Any read is a few rows. */
@Component
class TreeStore {

    private final JdbcTemplate jdbc;

    TreeStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was signed last; empty before the first leaf. */
    Optional<SignedHead> head() {
        return jdbc
                .query(
                        "select size, root, note from evidence_checkpoint order by size desc limit 1",
                        (row, n) -> new SignedHead(row.getLong(1), new Sha256(row.getBytes(2)), row.getString(3)))
                .stream()
                .findFirst();
    }

    /** The tree of this size, ready to grow. */
    CompactRange rangeOf(long size) {
        var edge = TreeNode.covering(size);
        return new CompactRange(size, edge.stream().map(hashes(edge)).toList());
    }

    /** Hash of each of these complete subtrees, read at once. */
    Function<TreeNode, byte[]> hashes(List<TreeNode> nodes) {
        var hashes = stored(nodes);
        return node -> Objects.requireNonNull(hashes.get(node), () -> node + " is missing from evidence_node");
    }

    /** The same, of those that are there. */
    Map<TreeNode, byte[]> stored(List<TreeNode> nodes) {
        Map<TreeNode, byte[]> hashes = new HashMap<>();
        jdbc.query("""
                select n.level, n.index, n.hash from unnest(?, ?) wanted (level, index)
                join evidence_node n on n.level = wanted.level and n.index = wanted.index""", statement -> bind(statement, nodes), row -> {
            hashes.put(new TreeNode(row.getInt(1), row.getLong(2)), row.getBytes(3));
        });
        return hashes;
    }

    void grow(Growth growth) {
        jdbc.update("insert into evidence_node (level, index, hash) select * from unnest(?, ?, ?)", statement -> {
            bind(statement, growth.nodes());
            statement.setArray(3, array(statement, "bytea", growth.hashes().toArray(byte[][]::new)));
        });
    }

    private static void bind(PreparedStatement statement, List<TreeNode> nodes) throws SQLException {
        statement.setArray(
                1, array(statement, "int2", nodes.stream().map(TreeNode::level).toArray()));
        statement.setArray(
                2, array(statement, "int8", nodes.stream().map(TreeNode::index).toArray()));
    }

    private static java.sql.Array array(PreparedStatement statement, String type, Object[] elements)
            throws SQLException {
        Connection connection = statement.getConnection();
        return connection.createArrayOf(type, elements);
    }

    /** The newest checkpoint. */
    record SignedHead(long size, Sha256 root, String note) {

        static SignedHead ofNothing() {
            return new SignedHead(0, new Sha256(MerkleHash.empty()), "");
        }
    }

    /** Subtrees that came into being, with their hashes, in that order. */
    record Growth(List<TreeNode> nodes, List<byte[]> hashes) implements CompactRange.Sink {

        Growth() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public void complete(TreeNode node, byte[] hash) {
            nodes.add(node);
            hashes.add(hash);
        }
    }
}
