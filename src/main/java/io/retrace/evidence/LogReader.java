package io.retrace.evidence;

import io.retrace.evidence.merkle.LogProof;
import io.retrace.evidence.merkle.ProofPlan;
import io.retrace.shared.DomainException.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The log for auditors: every leaf, every checkpoint, and a proof of whatever they point at. */
@Service
@PreAuthorize("hasRole('auditor')")
public class LogReader {

    private static final int MOST = 200;

    private final LeafRows leaves;
    private final CheckpointRows checkpoints;
    private final TreeStore tree;

    LogReader(LeafRows leaves, CheckpointRows checkpoints, TreeStore tree) {
        this.leaves = leaves;
        this.checkpoints = checkpoints;
        this.tree = tree;
    }

    /**
     * Leaves, newest first. One call reads a bounded part of the log, so a rare type may give an empty page that has a
     * next one.
     *
     * @param before position below which to look, or {@code null} for the newest
     */
    public LeafPage leaves(LeafFilter filter, @Nullable Long before, int limit) {
        var size = checkpoints.size();
        return leaves.page(filter, before == null ? size : Math.min(before, size), Math.clamp(limit, 1, MOST));
    }

    /** Throws {@code NotFound}. */
    public LoggedLeaf leaf(long position) {
        return leaves.at(position).orElseThrow(LogReader::notFound);
    }

    /** Names of events that were logged lately, in order of the alphabet. */
    public List<String> types() {
        return leaves.types(checkpoints.size());
    }

    /** Whether salt and body of this leaf are still kept, or died with the person they were about. */
    public boolean canBeOpened(long position) {
        return leaves.opening(position).isPresent();
    }

    /** Checkpoints of fewer leaves than {@code before}, newest first. */
    public List<SignedCheckpoint> checkpoints(@Nullable Long before, int limit) {
        return checkpoints.page(before == null ? Long.MAX_VALUE : before, Math.clamp(limit, 1, MOST));
    }

    /** Throws {@code NotFound} if no checkpoint was signed at this size. */
    public SignedCheckpoint checkpoint(long size) {
        return checkpoints.at(size).orElseThrow(LogReader::notFound);
    }

    /** Proof of one leaf under one checkpoint; throws {@code NotFound} if the checkpoint does not cover it. */
    public LeafProof prove(long position, long size) {
        var leaf = leaf(position);
        var checkpoint = checkpoint(size);
        if (position >= size) throw notFound();
        var plan = ProofPlan.inclusion(position, size);
        var path = plan.path(tree.hashes(plan.nodes()));
        var proof = new LogProof(position, path, checkpoint.note());
        return new LeafProof(leaf.id(), position, leaf.entry(), proof.text());
    }

    /** Proof that the log only grew between two checkpoints, the older one first; throws {@code NotFound}. */
    public ConsistencyProof consistency(long older, long newer) {
        if (older > newer) throw notFound();
        var first = checkpoint(older);
        var second = checkpoint(newer);
        if (older == newer) return new ConsistencyProof(first, second, List.of());
        var plan = ProofPlan.consistency(older, newer);
        return new ConsistencyProof(first, second, plan.path(tree.hashes(plan.nodes())));
    }

    private static NotFound notFound() {
        return new NotFound("error.not-found");
    }
}
