package io.retrace.obligations;

import io.retrace.identity.Roles;
import io.retrace.shared.Sha256;
import org.springframework.security.access.prepost.PreAuthorize;

/** Answers as they come over the wire; every one is stored with its verdict, also when it is refused (T8). */
@PreAuthorize(Roles.ANSWERS)
public interface AnswerIntake {

    /** Most bytes of an answer. */
    int MOST_BYTES = 2 * 1024 * 1024;

    /**
     * Reads and records an answer in the shape of {@link AnswerJson}. Throws what {@link CompanyDesk#attest} throws, and
     * {@code RuleViolation} for anything that is not this shape.
     */
    default CompanyDesk.Receipt receive(ObligationId obligation, byte[] body) {
        return receive(obligation, body, SignatureHeaders.NONE);
    }

    /** Likewise, with the company’s own signature over these bytes; throws {@code ForgedAnswer} if it is not its own. */
    CompanyDesk.Receipt receive(ObligationId obligation, byte[] body, SignatureHeaders headers);

    /** Likewise, with the single items of the list that was uploaded before; a company that signs has to name them itself. */
    CompanyDesk.Receipt receive(ObligationId obligation, byte[] body, SignatureHeaders headers, Sha256 list);

    /** An answer that was longer than {@link #MOST_BYTES}: its beginning, for the record. */
    void tooLong(ObligationId obligation, byte[] beginning);
}
