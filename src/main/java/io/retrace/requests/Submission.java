package io.retrace.requests;

import io.retrace.shared.Reference;
import java.util.List;

/** What became of what somebody asked for. */
public sealed interface Submission {

    /**
     * A new request.
     *
     * @param alreadyAsked requests that already ask for some of the same items; those items stay with them
     */
    record Accepted(SubjectRequest request, List<Reference> alreadyAsked) implements Submission {
        public Accepted {
            alreadyAsked = List.copyOf(alreadyAsked);
        }
    }

    /** Everything asked for is already being asked for: merged into the earlier request. */
    record Merged(Reference into) implements Submission {}

    /** No company received any of it. */
    record NothingToErase() implements Submission {}
}
