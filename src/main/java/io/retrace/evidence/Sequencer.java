package io.retrace.evidence;

import io.retrace.evidence.TreeStore.Growth;
import io.retrace.evidence.TreeStore.SignedHead;
import io.retrace.evidence.merkle.Checkpoint;
import io.retrace.shared.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed leaves their positions, extends the tree and signs the next checkpoint: all of it or nothing, one node
 * at a time.
 *
 * <p>It looks for leaves without a position, never for leaves after the last one it saw. A transaction that inserted early
 * and commits late is therefore not skipped: its leaf is not visible yet, and the first run that sees it places it (ADR 0005).
 */
@Component
class Sequencer {

    /** Leaves per transaction: a few megabytes and some tens of milliseconds. */
    static final int BATCH = 5_000;

    private final JdbcTemplate jdbc;
    private final TreeStore tree;
    private final LogIdentity log;
    private final Findings findings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sequencer(
            JdbcTemplate jdbc,
            TreeStore tree,
            LogIdentity log,
            Findings findings,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.log = log;
        this.findings = findings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
        // each statement must see what was committed before it, above all by the holder of the lock before us
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Places every leaf that is committed by now; returns at once if another node is at it. */
    void run() {
        while (advance() == BATCH) {
            // a full batch: there may be more
        }
    }

    private int advance() {
        return transaction.execute(status -> {
            // over a log that contradicts itself nothing is signed: leaves wait until a person has looked (ADR 0011)
            if (!aloneUntilCommit() || findings.open() > 0) return 0;
            var waiting = waiting();
            if (!waiting.isEmpty()) append(waiting);
            return waiting.size();
        });
    }

    /** Held until commit or rollback is done, so that a paused node cannot write beside its successor. */
    private boolean aloneUntilCommit() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(hashtext('evidence_sequencer'))", Boolean.class));
    }

    /** In order of insertion: what was caused by a committed change was inserted after it and comes after it. */
    private List<Waiting> waiting() {
        return jdbc.query(
                "select no, entry from evidence_leaf where position is null order by no limit ?",
                (row, n) -> new Waiting(row.getLong(1), row.getBytes(2)),
                BATCH);
    }

    private void append(List<Waiting> leaves) {
        var head = tree.head().orElseGet(SignedHead::ofNothing);
        var range = tree.rangeOf(head.size());
        if (!new Sha256(range.root()).equals(head.root())) {
            throw new IllegalStateException("the stored tree of " + head.size() + " leaves has another root than the"
                    + " checkpoint signed over it: nothing more is signed; compare evidence_node with a backup");
        }
        var growth = new Growth();
        for (var leaf : leaves) range.append(leaf.entry(), growth);
        place(leaves, head.size());
        tree.grow(growth);
        sign(new Checkpoint(log.signer().verifierKey().name(), range.size(), range.root()));
    }

    private void place(List<Waiting> leaves, long first) {
        var numbers = leaves.stream().map(Waiting::no).toArray(Long[]::new);
        int placed = jdbc.update("""
                update evidence_leaf leaf set position = ? + placed.ordinality - 1
                from unnest(?) with ordinality placed (no, ordinality)
                where leaf.no = placed.no and leaf.position is null""", statement -> {
            statement.setLong(1, first);
            statement.setArray(2, statement.getConnection().createArrayOf("int8", numbers));
        });
        if (placed != leaves.size()) {
            throw new IllegalStateException("placed " + placed + " of " + leaves.size() + " leaves: nothing is signed");
        }
    }

    private void sign(Checkpoint checkpoint) {
        jdbc.update(
                "insert into evidence_checkpoint (size, root, note, signed_at) values (?, ?, ?, ?)",
                checkpoint.size(),
                checkpoint.root(),
                log.signer().sign(checkpoint.text()),
                Timestamp.from(clock.instant()));
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one batch and is never compared
    private record Waiting(long no, byte[] entry) {}
}
