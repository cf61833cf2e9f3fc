package io.retrace.requests;

import io.retrace.identity.SubjectId;
import io.retrace.ledger.Selection;
import io.retrace.shared.ForModules;
import java.util.Set;

/**
 * What requests need of those who fulfil them; implemented by {@code obligations}, which lies above this module. Every
 * method joins the caller’s transaction.
 */
@ForModules
public interface Fulfilment {

    /** Creates one obligation per company with its items, leaving out what open requests already ask for (T2, T6). */
    Plan plan(RequestId request, SubjectId subject, Selection selection, Deadline deadline);

    /** The undo window is over: every company is asked now. */
    void release(RequestId request);

    /** Taken back before anything was sent: obligations end, photos may be shared again. */
    void cancel(RequestId request);

    /** Where the companies stand, counted now (T10). */
    Tally tally(RequestId request);

    /**
     * What was planned.
     *
     * @param alreadyAsked open requests that hold some of the selected items
     */
    record Plan(int companies, int photos, Set<RequestId> alreadyAsked) {
        public Plan {
            alreadyAsked = Set.copyOf(alreadyAsked);
        }
    }

    /**
     * Companies by what they answered.
     *
     * @param erased confirmed deleted or had nothing
     * @param kept kept some
     * @param open asked or working on it, not yet silent too long
     * @param silent no answer in time
     */
    record Tally(int companies, int erased, int kept, int open, int silent) {}
}
