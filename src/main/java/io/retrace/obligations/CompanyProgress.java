package io.retrace.obligations;

import io.retrace.partners.Partner;
import io.retrace.requests.RequestKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
 * @param onward whether it is asked because another company named it
 * @param passedOn whom it passed items on to, as far as it is known
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
        @Nullable CopyAnswer copy,
        boolean onward,
        List<PassedOn> passedOn) {

    public CompanyProgress {
        passedOn = List.copyOf(passedOn);
    }

    /** Recipients from whom no answer is known. */
    public List<PassedOn> unanswered() {
        return passedOn.stream().filter(one -> !one.word().answered()).toList();
    }

    /** Whether it, and everybody to whom it passed items on, did all that was asked (worst first, UC-026). */
    public boolean clean() {
        return clean(word) && passedOn.stream().allMatch(one -> clean(one.word()));
    }

    private static boolean clean(CompanyWord word) {
        return switch (word) {
            case CONFIRMED_DELETED, SENT_ITS_COPY, HAD_NOTHING -> true;
            case NOT_ASKED_YET, ASKED, WORKING_ON_IT, NO_ANSWER, KEPT_SOME, KEPT_SOME_BACK -> false;
        };
    }

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
