package io.retrace.obligations;

import io.retrace.obligations.AttestationForm.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom the signed-in responder’s company passed items on to, and what came of it: its own words only (T5). */
public interface OnwardDesk {

    /** Those it named for this obligation, in the order of naming; throws {@code NotFound}. */
    List<Named> named(ObligationId obligation);

    /**
     * From the page: names a recipient, or says more of one. Throws {@code RuleViolation} naming the field; {@code Conflict} if
     * something else was said before and {@code amends} is missing, if a copy is asked and not deletion, or if nothing is taken
     * in any more; {@code NotFound}.
     */
    Receipt report(ObligationId obligation, OnwardForm form);

    /**
     * Over the wire, in the shape of {@link OnwardJson}, with the company’s own signature over these bytes; stored with its
     * verdict, also when it is refused (T8). Throws {@code ForgedAnswer} if the signature is not its own.
     */
    Receipt receive(ObligationId obligation, byte[] body, SignatureHeaders headers);

    /**
     * A recipient, as far as the company itself told of it. Whether we ask the recipient too is not for it to know.
     *
     * @param word where the recipient stands by what was said
     */
    record Named(
            String recipient,
            @Nullable String domain,
            @Nullable String purpose,
            Instant namedAt,
            @Nullable LocalDate toldOn,
            @Nullable LocalDate answeredOn,
            @Nullable Outcome outcome,
            CompanyWord word) {}

    /** What stands now; {@code replayed} if it stood already. */
    record Receipt(Named named, boolean replayed) {}
}
