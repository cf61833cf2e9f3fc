package io.retrace.evidence;

import io.retrace.evidence.merkle.LogProof;
import io.retrace.evidence.merkle.ProofPlan;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the proof of a leaf under the latest checkpoint (C2SP tlog-proof). */
@Component
class TreeProofs {

    private final TreeStore tree;

    TreeProofs(TreeStore tree) {
        this.tree = tree;
    }

    /** {@code null} while the leaf has no place under a checkpoint. */
    @Nullable
    String of(OptionalLong position) {
        if (position.isEmpty()) return null;
        // read after the position, so the checkpoint covers it: both were committed together
        var head = tree.head().filter(signed -> signed.size() > position.getAsLong());
        if (head.isEmpty()) return null;
        var plan = ProofPlan.inclusion(position.getAsLong(), head.get().size());
        return new LogProof(
                        position.getAsLong(),
                        plan.path(tree.hashes(plan.nodes())),
                        head.get().note())
                .text();
    }
}
