package io.retrace.obligations;

import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException;
import io.retrace.shared.ForModules;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What companies say in a protocol of their own. Whoever calls has made sure whose word it is; each message is kept with its
 * verdict, and moves nothing that it must not (T8).
 */
@ForModules
public interface ForeignAnswers {

    /** It is working on it; a day that is past or too far off is not taken over. Repeating it changes nothing. */
    void acknowledge(Said said, @Nullable Instant expectedBy);

    /**
     * It attests, in the shape of {@link AnswerJson}, under the rules of every answer; we countersign that it came with this.
     * Throws what {@link CompanyDesk#attest} throws; whoever calls then says {@link #refused}, once the transaction is over.
     */
    CompanyDesk.Receipt attest(Said said, byte[] attestation, Map<String, String> source);

    /** What it attested was not recorded; the message is kept with its verdict. */
    void refused(Said said, DomainException why);

    /** It says something that changes nothing. */
    void noted(Said said, String what);

    /** It says again, or too late, what was said before. */
    void repeated(Said said, String what);

    /** It is not the company’s word, or of no question that it was asked. */
    void stray(@Nullable PartnerId company, String from, boolean forged, String why, byte[] raw);

    /**
     * A message, word for word.
     *
     * @param from protocol and domain
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    record Said(ObligationId obligation, PartnerId company, String from, byte[] raw) {}
}
