package io.retrace.obligations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happened to an obligation. Its word is computed from these and nothing else, so that late, repeated and
 * reordered answers cannot move it backwards (T1, T8).
 *
 * @param askedAt first time our question reached the company’s server or mail system
 * @param acknowledgedAt first time the company said it is working on it
 * @param answeredAt when the attestation in force was given
 * @param outcome what that attestation amounts to
 * @param silentAfter from when on we say "No answer"
 */
public record Instants(
        @Nullable Instant askedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable CompanyWord outcome,
        @Nullable Instant silentAfter) {

    /** The company’s word at {@code now}. */
    public CompanyWord word(Instant now) {
        if (answeredAt != null && outcome != null) return outcome;
        if (silentAfter != null && !now.isBefore(silentAfter)) return CompanyWord.NO_ANSWER;
        if (acknowledgedAt != null) return CompanyWord.WORKING_ON_IT;
        return askedAt == null ? CompanyWord.NOT_ASKED_YET : CompanyWord.ASKED;
    }
}
