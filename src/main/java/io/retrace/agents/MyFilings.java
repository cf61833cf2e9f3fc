package io.retrace.agents;

import io.retrace.requests.RequestKind;
import io.retrace.requests.Submission;
import java.time.Instant;
import java.util.List;

/** What agents filed on behalf of the signed-in member. What is not theirs answers like what does not exist. */
public interface MyFilings {

    /** What waits for their yes or no, oldest first. */
    List<Waiting> waiting();

    /**
     * Says that it is wanted: it becomes an ordinary request over everything. Needs a fresh step-up ({@code StepUpRequired}
     * otherwise). Throws {@code NotFound}, and {@code Conflict} if it is decided already or its time is over.
     */
    Submission confirm(FilingId filing);

    /** Says that it is not wanted; its agent is not told. Throws like {@link #confirm}. */
    void decline(FilingId filing);

    /** @param agent name of the business that says it asks on their behalf */
    record Waiting(FilingId id, String agent, RequestKind kind, Instant filedAt, Instant lapsesAt) {}
}
