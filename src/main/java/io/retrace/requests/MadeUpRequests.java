package io.retrace.requests;

import io.retrace.identity.SubjectId;
import io.retrace.shared.ForModules;

/** What people who do not exist ask for, for companies that try their programs (ADR 0021). */
@ForModules
public interface MadeUpRequests {

    /** Asks for erasure of all that companies received of this made-up person; it goes out at once. */
    void erase(SubjectId madeUp);
}
