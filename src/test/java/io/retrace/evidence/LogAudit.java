package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.evidence.merkle.Checkpoint;
import io.retrace.evidence.merkle.MerkleHash;
import io.retrace.evidence.merkle.MerkleProof;
import io.retrace.evidence.merkle.ProofPlan;
import io.retrace.evidence.merkle.TreeNode;
import io.retrace.evidence.merkle.VerificationException;
import io.retrace.evidence.merkle.VerifierKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an auditor with the whole database would check: every leaf, every checkpoint, and that each continues the former. */
final class LogAudit {

    private final Map<TreeNode, byte[]> nodes = new HashMap<>();
    private final JdbcClient jdbc;
    private final VerifierKey key;

    private LogAudit(DataSource dataSource, VerifierKey key) {
        this.jdbc = JdbcClient.create(dataSource);
        jdbc.sql("select level, index, hash from evidence_node").query(row -> {
            nodes.put(new TreeNode(row.getInt(1), row.getLong(2)), row.getBytes(3));
        });
        this.key = key;
    }

    static LogAudit of(DataSource dataSource, String verifierKey) {
        try {
            return new LogAudit(dataSource, VerifierKey.parse(verifierKey));
        } catch (VerificationException e) {
            throw new AssertionError(e);
        }
    }

    /** Number of leaves, all of them placed densely and proved against the latest checkpoint. */
    int verifiedLeaves() {
        var leaves = jdbc.sql("select entry from evidence_leaf where position is not null order by position")
                .query((row, n) -> row.getBytes(1))
                .list();
        var positions = jdbc.sql("select position from evidence_leaf where position is not null order by position")
                .query(Long.class)
                .list();
        var head = checkpoints().getLast();
        assertThat(head.size()).isEqualTo(leaves.size());
        for (int position = 0; position < leaves.size(); position++) {
            assertThat(positions.get(position)).isEqualTo(position);
            var plan = ProofPlan.inclusion(position, head.size());
            assertThat(MerkleProof.includes(
                            MerkleHash.leaf(leaves.get(position)),
                            position,
                            head.size(),
                            plan.path(this::hash),
                            head.root()))
                    .as("leaf %s of %s", position, head.size())
                    .isTrue();
        }
        return leaves.size();
    }

    /** Number of checkpoints, each well signed and consistent with the former. */
    int verifiedCheckpoints() {
        var all = checkpoints();
        for (int i = 1; i < all.size(); i++) {
            var older = all.get(i - 1);
            var younger = all.get(i);
            var plan = ProofPlan.consistency(older.size(), younger.size());
            assertThat(MerkleProof.consistent(
                            older.size(), younger.size(), older.root(), younger.root(), plan.path(this::hash)))
                    .as("from %s to %s", older.size(), younger.size())
                    .isTrue();
        }
        return all.size();
    }

    private byte[] hash(TreeNode node) {
        return Objects.requireNonNull(nodes.get(node), () -> node + " is missing");
    }

    private List<Checkpoint> checkpoints() {
        return jdbc
                .sql("select note from evidence_checkpoint order by size")
                .query((row, n) -> row.getString(1))
                .list()
                .stream()
                .map(this::open)
                .toList();
    }

    private Checkpoint open(String note) {
        try {
            return Checkpoint.open(note, key.name(), List.of(key));
        } catch (VerificationException e) {
            throw new AssertionError(e);
        }
    }
}
