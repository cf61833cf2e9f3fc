package io.retrace.obligations;

import io.retrace.identity.Roles;
import org.springframework.security.access.prepost.PreAuthorize;

/** What a company can show of its own answers: a signed proof of each, and how punctual it was (UC-021). */
@PreAuthorize(Roles.IS_PARTNER)
public interface AnswerRecord {

    /** A file that proves what was answered and when; throws {@code Conflict} as long as nothing was. */
    @PreAuthorize(Roles.ANSWERS)
    byte[] proof(ObligationId obligation);

    /** Over the last twelve months. */
    Punctuality punctuality();

    /**
     * Of the questions that reached the company in the last twelve months and are answered or overdue, those whose first
     * answer came by the end of the day it was due. Amendments and follow-ups change nothing about it.
     */
    record Punctuality(int questions, int onTime) {

        public Punctuality {
            if (onTime < 0 || onTime > questions) throw new IllegalArgumentException(onTime + " of " + questions);
        }
    }
}
