package io.retrace.requests;

import io.retrace.ledger.Selection;
import io.retrace.shared.Reference;
import java.util.List;
import java.util.UUID;

/** The signed-in member’s requests. What is not theirs answers like what does not exist. */
public interface MyRequests {

    /**
     * Asks for erasure of the selection at the companies that received it (GDPR Art. 17, 19). Needs a fresh step-up
     * ({@code StepUpRequired} otherwise). The same submission id twice gives the same request.
     */
    Submission eraseAtCompanies(UUID submission, Selection selection);

    /**
     * Asks for a copy of what the companies hold of the selection (GDPR Art. 15), likewise. It goes out at once: nothing is
     * destroyed, so there is nothing to take back (ADR 0012).
     */
    Submission copyFromCompanies(UUID submission, Selection selection);

    /** Takes it back inside the undo window; throws {@code Conflict} after it. */
    void withdraw(RequestId request);

    /** Newest first. */
    List<SubjectRequest> all();

    /** Throws {@code NotFound}. */
    SubjectRequest request(Reference reference);

    /** What happened to it, oldest first. */
    List<TimelineEntry> timeline(RequestId request);
}
