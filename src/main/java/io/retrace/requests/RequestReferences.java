package io.retrace.requests;

import io.retrace.shared.ForModules;
import io.retrace.shared.Reference;

/** What a request is called in mails; all that notifications needs to know of it. */
@ForModules
public interface RequestReferences {

    /** The public reference of a request; throws {@code NotFound} if there is none. */
    Reference reference(RequestId request);
}
