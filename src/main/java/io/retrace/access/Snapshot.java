package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.ledger.CompanyHolding;
import io.retrace.ledger.Overview;
import io.retrace.requests.RequestId;
import io.retrace.shared.words.Phrasebook;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a package says besides its photos: small, and read at one moment.
 *
 * @param own the request that asked for this copy
 * @param requests all requests, newest first, that one included
 * @param years how many photos were uploaded in each year
 * @param files what companies sent for this copy
 * @param receipts of all requests, as far as they are proved
 */
record Snapshot(
        Phrasebook words,
        Instant at,
        SubjectId subject,
        RequestStory own,
        Overview overview,
        List<CompanyHolding> companies,
        SortedMap<Integer, Integer> years,
        List<RequestStory> requests,
        List<SentMail> mails,
        List<SentIn> files,
        List<EnclosedReceipt> receipts) {

    Snapshot {
        companies = List.copyOf(companies);
        requests = List.copyOf(requests);
        mails = List.copyOf(mails);
        files = List.copyOf(files);
        receipts = List.copyOf(receipts);
    }

    /** What people call a request; empty for none, and for one that is forgotten. */
    String reference(@Nullable RequestId id) {
        return requests.stream()
                .map(RequestStory::request)
                .filter(request -> request.id().equals(id))
                .map(request -> request.reference().value())
                .findFirst()
                .orElse("");
    }
}
