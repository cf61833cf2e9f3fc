package io.retrace.requests;

import io.retrace.shared.ForModules;
import java.util.Collection;
import java.util.Map;

/** Requests by id, for the modules above. */
@ForModules
public interface RequestDirectory {

    /** Those that exist, in one statement. */
    Map<RequestId, SubjectRequest> requests(Collection<RequestId> ids);
}
