package io.retrace.evidence;

import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.ForModules;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What leaves say, for the module that audits: it leaves evidence of every look. */
@Service
@ForModules
public class OpenedLeaves {

    private final LeafRows leaves;

    OpenedLeaves(LeafRows leaves) {
        this.leaves = leaves;
    }

    /** Empty if it was erased with the person; throws {@code NotFound} for a position without a leaf. */
    public Optional<LeafOpening> of(long position) {
        if (leaves.at(position).isEmpty()) throw new NotFound("error.not-found");
        return leaves.opening(position);
    }

    /** Every leaf in the log about this person that names one of these ids, oldest first. */
    public List<OpenedLeaf> naming(UUID person, Collection<UUID> ids) {
        return leaves.naming(person, ids);
    }

    /** Leaves about this person that name one of these ids and have no position yet. */
    public int waiting(UUID person, Collection<UUID> ids) {
        return leaves.waiting(person, ids);
    }
}
