package io.retrace.obligations;

/** What the signed-in responder or API client answers when its company is asked for a copy. */
public interface CopyDesk {

    /** From the page. Throws what {@link CompanyDesk#attest} throws; {@code Conflict} if deletion is asked, not a copy. */
    Receipt answer(ObligationId obligation, CopyForm form);

    /**
     * Over the wire, in the shape of {@link CopyAnswerJson}, with the company’s own signature over these bytes; stored with its
     * verdict, also when it is refused (T8). Throws {@code ForgedAnswer} if the signature is not its own.
     */
    Receipt receive(ObligationId obligation, byte[] body, SignatureHeaders headers);

    /** The answer on record; {@code replayed} if the same answer had been given before. */
    record Receipt(CopyAnswer answer, boolean replayed) {}
}
