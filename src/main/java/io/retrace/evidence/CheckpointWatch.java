package io.retrace.evidence;

import io.retrace.evidence.Finding.Kind;
import io.retrace.evidence.merkle.Checkpoint;
import io.retrace.evidence.merkle.MerkleProof;
import io.retrace.evidence.merkle.ProofPlan;
import io.retrace.evidence.merkle.TreeNode;
import io.retrace.evidence.merkle.VerificationException;
import io.retrace.evidence.merkle.VerifierKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Are the checkpoints still those that were signed, and does each continue the one before? The newest are looked at each
 * time, the older ones in turn. What this node saw last it remembers outside the database, so that a database that was
 * put back behind its back gives itself away.
 */
@Component
class CheckpointWatch {

    /** Checkpoints per look: the newest, and as many older ones. */
    static final int WINDOW = 256;

    private final JdbcTemplate jdbc;
    private final TreeStore tree;
    private final LogIdentity log;
    private volatile @Nullable Checkpoint seen;
    private volatile long turn = Long.MAX_VALUE;

    CheckpointWatch(JdbcTemplate jdbc, TreeStore tree, LogIdentity log) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.log = log;
    }

    /**
     * In the transaction of its caller, which must show one state of the database throughout.
     *
     * @param settled whether a person has looked at this already: then the look goes on behind it
     */
    Optional<Finding> look(Predicate<Finding> settled) {
        try {
            var newest = window(Long.MAX_VALUE, settled);
            remember(newest, settled);
            consistent(newest, settled);
            var older = window(turn, settled);
            turn = older.size() < WINDOW ? Long.MAX_VALUE : older.getFirst().size() + 1;
            consistent(older, settled);
            return Optional.empty();
        } catch (Contradiction contradiction) {
            return Optional.of(contradiction.finding);
        }
    }

    /** The checkpoints up to this size, oldest first, each opened and compared with its row. */
    private List<Checkpoint> window(long below, Predicate<Finding> settled) throws Contradiction {
        var keys = keys();
        var rows = jdbc.query(
                "select size, root, note from evidence_checkpoint where size < ? order by size desc limit ?",
                (row, n) -> new Row(row.getLong(1), row.getBytes(2), row.getString(3)),
                below,
                WINDOW);
        var checkpoints = new ArrayList<Checkpoint>();
        for (var row : rows.reversed()) {
            try {
                checkpoints.add(row.open(log.signer().verifierKey().name(), keys));
            } catch (Contradiction contradiction) {
                contradiction.unless(settled);
            }
        }
        return checkpoints;
    }

    private List<VerifierKey> keys() {
        var keys = new ArrayList<>(List.of(log.signer().verifierKey()));
        for (var text : jdbc.query("select verifier_key from evidence_key", (row, n) -> row.getString(1))) {
            try {
                keys.add(VerifierKey.parse(text));
            } catch (VerificationException e) {
                throw new IllegalStateException("evidence_key holds something that is no key", e);
            }
        }
        return keys.stream().distinct().toList();
    }

    private void remember(List<Checkpoint> newest, Predicate<Finding> settled) throws Contradiction {
        var head = newest.isEmpty() ? null : newest.getLast();
        continuesWhatWasSeen(head, settled);
        if (head != null && !rooted(head)) {
            new Contradiction(
                            Kind.TREE_CHANGED,
                            head.size(),
                            "the stored tree of " + head.size()
                                    + " leaves has another root than the one that was signed")
                    .unless(settled);
        }
        seen = head;
    }

    /** Once a person has given up what this node saw, whatever stands in its place is accepted; the next is another. */
    private void continuesWhatWasSeen(@Nullable Checkpoint head, Predicate<Finding> settled) throws Contradiction {
        var before = seen;
        if (before == null || same(before, head)) return;
        boolean shorter = head == null || head.size() < before.size();
        if (!shorter && rooted(before)) return;
        var detail = "this node has seen a checkpoint of size " + before.size() + " and root "
                + HexFormat.of().formatHex(before.root())
                + ", which the stored log does not continue; was the database put back?";
        for (var kind : List.of(Kind.ROLLED_BACK, Kind.FORKED)) {
            if (settled.test(new Finding(kind, before.size(), detail))) return;
        }
        throw new Contradiction(shorter ? Kind.ROLLED_BACK : Kind.FORKED, before.size(), detail);
    }

    private static boolean same(Checkpoint one, @Nullable Checkpoint other) {
        return other != null && one.size() == other.size() && Arrays.equals(one.root(), other.root());
    }

    private boolean rooted(Checkpoint checkpoint) {
        return root(checkpoint.size())
                .map(root -> Arrays.equals(root, checkpoint.root()))
                .orElse(false);
    }

    private Optional<byte[]> root(long size) {
        var edge = TreeNode.covering(size);
        return tree.stored(edge).keySet().containsAll(edge)
                ? Optional.of(tree.rangeOf(size).root())
                : Optional.empty();
    }

    private void consistent(List<Checkpoint> checkpoints, Predicate<Finding> settled) throws Contradiction {
        var plans = new ArrayList<ProofPlan>();
        for (int i = 1; i < checkpoints.size(); i++) {
            plans.add(ProofPlan.consistency(
                    checkpoints.get(i - 1).size(), checkpoints.get(i).size()));
        }
        var nodes =
                plans.stream().flatMap(plan -> plan.nodes().stream()).distinct().toList();
        var hashes = tree.stored(nodes);
        for (int i = 1; i < checkpoints.size(); i++) {
            var older = checkpoints.get(i - 1);
            var younger = checkpoints.get(i);
            var plan = plans.get(i - 1);
            if (!hashes.keySet().containsAll(plan.nodes()) || !continues(older, younger, plan, hashes)) {
                new Contradiction(
                                Kind.INCONSISTENT,
                                younger.size(),
                                "the checkpoint of " + younger.size() + " does not continue that of " + older.size())
                        .unless(settled);
            }
        }
    }

    private static boolean continues(
            Checkpoint older, Checkpoint younger, ProofPlan plan, Map<TreeNode, byte[]> hashes) {
        var path = plan.path(node -> Objects.requireNonNull(hashes.get(node)));
        return MerkleProof.consistent(older.size(), younger.size(), older.root(), younger.root(), path);
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one look and is never compared
    private record Row(long size, byte[] root, String note) {

        Checkpoint open(String origin, List<VerifierKey> keys) throws Contradiction {
            try {
                var opened = Checkpoint.open(note, origin, keys);
                if (opened.size() == size && Arrays.equals(opened.root(), root)) return opened;
            } catch (VerificationException e) {
                throw new Contradiction(Kind.CHECKPOINT_CHANGED, size, "its note cannot be opened: " + e.getMessage());
            }
            throw new Contradiction(Kind.CHECKPOINT_CHANGED, size, "its note says another size or root than its row");
        }
    }

    private static final class Contradiction extends Exception {

        private final transient Finding finding;

        Contradiction(Kind kind, long size, String detail) {
            super(detail);
            finding = new Finding(kind, size, detail);
        }

        void unless(Predicate<Finding> settled) throws Contradiction {
            if (!settled.test(finding)) throw this;
        }
    }
}
