package io.retrace.evidence;

import io.retrace.evidence.TreeStore.SignedHead;
import io.retrace.evidence.merkle.LogProof;
import io.retrace.evidence.merkle.ProofPlan;
import io.retrace.shared.DomainException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The append-only log of everything that changed (RFC 9162), to be read; it is written by publishing events. */
@Service
public class EvidenceLog {

    private final JdbcTemplate jdbc;
    private final TreeStore tree;
    private final LogIdentity identity;

    EvidenceLog(JdbcTemplate jdbc, TreeStore tree, LogIdentity identity) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.identity = identity;
    }

    /** Leaves under the latest checkpoint; younger ones follow within about a second. */
    @PreAuthorize("permitAll()")
    public long size() {
        return tree.head().map(SignedHead::size).orElse(0L);
    }

    /** The latest signed checkpoint (C2SP tlog-checkpoint), or empty before the first leaf. */
    @PreAuthorize("permitAll()")
    public Optional<String> checkpoint() {
        return tree.head().map(SignedHead::note);
    }

    /** What checkpoints are checked with (C2SP signed-note verifier key). */
    @PreAuthorize("permitAll()")
    public String verifierKey() {
        return identity.signer().verifierKey().toString();
    }

    /** Proof that the leaf is in the log, or empty while it has no position yet; throws {@code NotFound} for an unknown leaf. */
    @PreAuthorize("hasAnyRole('auditor','support','support-lead')")
    public Optional<LeafProof> prove(LeafId id) {
        var leaf = leaf(id);
        // read after the position, so the checkpoint covers it: both were committed together
        return leaf.position().isEmpty()
                ? Optional.empty()
                : tree.head()
                        .map(head -> prove(id, leaf.entry(), leaf.position().getAsLong(), head));
    }

    private LeafProof prove(LeafId id, String entry, long position, SignedHead head) {
        var plan = ProofPlan.inclusion(position, head.size());
        var path = plan.path(tree.hashes(plan.nodes()));
        return new LeafProof(id, position, entry, new LogProof(position, path, head.note()).text());
    }

    private Stored leaf(LeafId id) {
        return jdbc
                .query(
                        "select entry, position from evidence_leaf where no = ?",
                        (row, n) -> Stored.of(row.getBytes(1), row.getObject(2, Long.class)),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("error.not-found"));
    }

    private record Stored(String entry, OptionalLong position) {

        static Stored of(byte[] entry, @Nullable Long position) {
            return new Stored(
                    new String(entry, StandardCharsets.UTF_8),
                    position == null ? OptionalLong.empty() : OptionalLong.of(position));
        }
    }
}
