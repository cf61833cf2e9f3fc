package io.retrace.obligations;

import io.retrace.requests.RequestKind;
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
 * @param answers its own answers so far about deletion, first version first
 * @param copies its own answers so far about a copy, likewise
 * @param copyFirst its own open obligations to send a copy of what this one asks to erase: nothing is left to copy after it
 * @param forgotten whether we keep no more which photos it was about and which files came; it says nothing about the reason
 */
public record CompanyObligation(
        ObligationId id,
        Reference reference,
        RequestKind kind,
        CompanyWord word,
        int items,
        Instant askedAt,
        LocalDate due,
        String legal,
        @Nullable Instant acknowledgedAt,
        @Nullable LocalDate expectedBy,
        List<Attestation> answers,
        List<CopyAnswer> copies,
        List<Reference> copyFirst,
        boolean forgotten) {

    public CompanyObligation {
        answers = List.copyOf(answers);
        copies = List.copyOf(copies);
        copyFirst = List.copyOf(copyFirst);
    }
}
