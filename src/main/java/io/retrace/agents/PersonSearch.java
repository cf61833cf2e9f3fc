package io.retrace.agents;

import io.retrace.identity.Subjects;
import org.springframework.stereotype.Component;

/**
 * Looks for the person of a filing, long after its agent was answered: neither the answer nor the time it took can tell
 * whether there is one.
 */
@Component
class PersonSearch {

    private final FilingRows rows;
    private final Matching matching;
    private final Subjects subjects;
    private final SealedAddresses addresses;

    PersonSearch(FilingRows rows, Matching matching, Subjects subjects, SealedAddresses addresses) {
        this.rows = rows;
        this.matching = matching;
        this.subjects = subjects;
        this.addresses = addresses;
    }

    /** Throws if Keycloak is away, and the queue tries again. */
    void seek(FilingId id) {
        var filing = rows.find(id).orElse(null);
        if (filing == null) return;
        var sealed = filing.address();
        if (sealed == null) return; // looked for already, or over
        matching.found(id, subjects.memberAt(addresses.open(id, sealed)).orElse(null));
    }
}
