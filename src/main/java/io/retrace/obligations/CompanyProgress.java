package io.retrace.obligations;

import io.retrace.partners.Partner;
import io.retrace.requests.RequestKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One company on a request page, true now (T10).
 *
 * @param photos how many photos it is asked about
 * @param timesAsked how often our question reached it
 * @param lastAskedAt when last
 * @param expectedBy when it says it will be done, or {@code null}
 * @param nextActionAt when we do something next, and what ({@link #nextAction}); {@code null} once it answered for good
 * @param attestation its answer in force about deletion, or {@code null}
 * @param copy its answer in force about a copy, or {@code null}
 */
public record CompanyProgress(
        ObligationId obligation,
        RequestKind kind,
        Partner company,
        CompanyWord word,
        int photos,
        Instants instants,
        int timesAsked,
        @Nullable Instant lastAskedAt,
        @Nullable LocalDate expectedBy,
        @Nullable Instant nextActionAt,
        @Nullable NextAction nextAction,
        @Nullable Attestation attestation,
        @Nullable CopyAnswer copy) {

    /** What happens next to an obligation (T3). */
    public enum NextAction {
        /** The undo window ends, then it is asked. */
        RELEASE,
        /** It is being asked. */
        ASK,
        /** It is asked again. */
        REMIND,
        /** A named human of ours takes over. */
        ESCALATE,
        /** The duty to keep ends: a further answer falls due. */
        FOLLOW_UP
    }
}
