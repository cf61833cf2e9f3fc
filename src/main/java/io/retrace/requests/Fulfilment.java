package io.retrace.requests;

import io.retrace.identity.SubjectId;
import io.retrace.ledger.Selection;
import io.retrace.shared.ForModules;
import java.time.Instant;
import java.util.List;

/**
 * What requests need of those who fulfil them; implemented by {@code obligations}, which lies above this module. Every
 * method joins the caller’s transaction.
 */
@ForModules
public interface Fulfilment {

    /**
     * Creates one obligation per company with its items, leaving out what open requests of this kind already ask for (T2).
     * Only an erasure takes the photos back from the companies (T6): a copy takes nothing from anybody.
     *
     * @param releaseAt end of the undo window: when the companies are asked
     */
    Plan plan(
            RequestId request,
            RequestKind kind,
            SubjectId subject,
            Selection selection,
            Deadline deadline,
            Instant releaseAt);

    /** The undo window is over: every company is asked now. */
    void release(RequestId request);

    /** Taken back before anything was sent: obligations end, photos may be shared again. */
    void cancel(RequestId request);

    /** Where the companies stand, counted now (T10). */
    Tally tally(RequestId request);

    /**
     * What was planned.
     *
     * @param companies companies with an obligation of this request; 0 if nothing was left to ask
     * @param photos photos in it, each counted once
     * @param alreadyAsked requests that already ask for some of the selected items, oldest first
     */
    record Plan(int companies, int photos, List<RequestId> alreadyAsked) {
        public Plan {
            alreadyAsked = List.copyOf(alreadyAsked);
        }
    }

    /**
     * Companies by what they answered.
     *
     * @param erased did all that was asked: confirmed deleted, sent its copy, or had nothing; and so did all to whom it passed
     *     items on
     * @param kept kept some, or kept some back of the copy; or somebody to whom it passed items on kept some
     * @param open not asked yet, asked or working on it, not yet silent too long
     * @param silent no answer in time
     * @param untouched of those that kept some, how many erased, or sent, nothing at all
     * @param onward answered for themselves, but somebody to whom they passed items on has not answered; not among the others
     */
    record Tally(int companies, int erased, int kept, int open, int silent, int untouched, int onward) {

        /** Companies that did at least something of what was asked, or never had it. */
        public int confirmed() {
            return erased + kept + onward - untouched;
        }

        /** Companies from which, and from those after them, nothing is awaited any more, whatever they said. */
        public int answered() {
            return erased + kept;
        }
    }
}
