package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import io.retrace.shared.DomainException;
import io.retrace.shared.ForModules;
import io.retrace.shared.Sha256;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code access} needs of the questions for a copy. */
@ForModules
public interface CopyQuestions {

    /**
     * The question for a copy that this company was asked. Throws {@code NotFound} if there is none, or it is another’s;
     * {@code Conflict} if deletion is what was asked.
     */
    Question question(ObligationId obligation, PartnerId company);

    /** Likewise, {@code Conflict} also once its files are forgotten; and holds the obligation until the transaction ends: its files are counted and changed under this lock. */
    Question hold(ObligationId obligation, PartnerId company);

    /** Files of the answer in force, by the company’s own ids; empty while there is none. */
    Set<UUID> sent(ObligationId obligation);

    /** Files of any answer there ever was: they stay, because an answer is evidence. */
    Set<UUID> everSent(ObligationId obligation);

    /** The same for each company of a request that answered. */
    Map<ObligationId, Set<UUID>> sent(RequestId request);

    /** Keeps that a file was refused, and why (T8); of the file itself nothing but how long it was and its digest. */
    void refused(RefusedFile file, DomainException refusal);

    /**
     * A file that was not taken.
     *
     * @param actor who sent it
     * @param id the company’s own id of it
     * @param bytes how many arrived; 0 if it was refused before it was read
     * @param sha256 of what arrived; {@code null} likewise
     */
    record RefusedFile(
            ObligationId obligation,
            PartnerId company,
            String actor,
            UUID id,
            long bytes,
            @Nullable Sha256 sha256) {}

    /** Whom it concerns, for the evidence. */
    record Question(ObligationId obligation, RequestId request, SubjectId subject, PartnerId company) {}
}
