package io.retrace.obligations;

import io.retrace.shared.Sha256;
import io.retrace.shared.Slice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the signed-in responder or API client reads and answers for its own company; anything else is {@code NotFound}. */
public interface CompanyDesk {

    /** Open ones by due date, or answered ones newest first; at most 100 a slice. Nothing that was not asked yet. */
    Slice<CompanyObligation> inbox(boolean answered, @Nullable String after, int limit);

    CompanyObligation obligation(ObligationId id);

    /** At most 1000 a slice. */
    Slice<CompanyItem> items(ObligationId id, @Nullable String after, int limit);

    /** "We are working on it", with the day it expects to be done; repeating it only moves that day. */
    CompanyObligation acknowledge(ObligationId id, @Nullable LocalDate expectedBy);

    /**
     * Records an answer. Throws {@code RuleViolation} naming the field; {@code Conflict} if the answer id was used for
     * something else, or an answer stands already and {@code amends} is missing.
     */
    Receipt attest(ObligationId id, AttestationForm form);

    /** Likewise, with the single items of the list that was uploaded before and has this digest. */
    Receipt attest(ObligationId id, AttestationForm form, Sha256 list);

    /** The answer on record; {@code replayed} if the same answer had been given before. */
    record Receipt(Attestation attestation, boolean replayed) {}
}
