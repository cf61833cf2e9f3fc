package io.retrace.ledger;

import io.retrace.identity.MemberRef;
import io.retrace.shared.ForModules;

/** Photos of people who do not exist, for companies that try their programs (ADR 0021). */
@ForModules
public interface MadeUpPhotos {

    /** Feeds this many photos of a made-up person, and that the company received each, through the platform’s own way in. */
    void share(MemberRef madeUp, String company, String purpose, int photos);
}
