package io.retrace.obligations;

import io.retrace.partners.PartnerId;
import io.retrace.shared.ForModules;
import io.retrace.shared.Reference;
import java.time.Instant;
import java.time.LocalDate;

/** What delivery needs of obligations. */
@ForModules
public interface Asking {

    /** What to put into the message to the company: nothing but this (T5). Throws {@code NotFound}. */
    Question question(ObligationId obligation);

    /** Whether the company still finds it on its page: not before it was asked, and not once it was taken back. */
    boolean onItsPage(ObligationId obligation);

    /**
     * Our question reached the company’s server or mail system: it is *Asked*, and no more than that (T1). Repeating a
     * message id changes nothing.
     */
    void reached(ObligationId obligation, String messageId, Instant at);

    /**
     * A question to one company.
     *
     * @param copy whether a copy is asked for; deletion otherwise
     * @param stillOpen false once it has answered for good or the request was taken back: then nothing is sent
     */
    record Question(
            ObligationId obligation,
            PartnerId company,
            Reference reference,
            boolean copy,
            int items,
            LocalDate due,
            int timesAsked,
            boolean stillOpen) {}
}
