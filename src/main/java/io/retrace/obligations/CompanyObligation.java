package io.retrace.obligations;

import io.retrace.shared.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An obligation as its company sees it (T5): no person, no other company, no internal note.
 *
 * @param reference {@code O-…}: this company’s own, not the person’s
 * @param due by when an answer is needed
 * @param legal why it is lawful to ask: article of the person’s right
 * @param answers its own answers so far, first version first
 */
public record CompanyObligation(
        ObligationId id,
        Reference reference,
        CompanyWord word,
        int items,
        Instant askedAt,
        LocalDate due,
        String legal,
        @Nullable Instant acknowledgedAt,
        @Nullable LocalDate expectedBy,
        List<Attestation> answers) {

    public CompanyObligation {
        answers = List.copyOf(answers);
    }
}
