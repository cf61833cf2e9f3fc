package io.retrace.obligations;

import io.retrace.ledger.PhotoId;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import io.retrace.requests.TimelineEntry;
import java.util.List;
import java.util.Map;

/** Where the companies stand on the signed-in member’s requests. */
public interface RequestProgress {

    /** Companies of a request, those who need attention first; throws {@code NotFound}. */
    List<CompanyProgress> companies(RequestId request);

    /** What happened to its obligations, oldest first. */
    List<TimelineEntry> timeline(RequestId request);

    /** The word of each company that was ever asked to erase this photo; companies never asked are absent. */
    Map<PartnerId, CompanyWord> wordsFor(PhotoId photo);

    /** Whom the companies that were asked to erase this photo passed it on to, as far as it is known; by those companies. */
    Map<PartnerId, List<PassedOn>> passedOn(PhotoId photo);

    /** The word of each company ever asked to erase by this person, worst first where several requests went to it. */
    Map<PartnerId, CompanyWord> words();

    /** All attestations of one obligation, first version first. */
    List<Attestation> attestations(ObligationId obligation);

    /** All answers about one copy, first version first. */
    List<CopyAnswer> copies(ObligationId obligation);
}
