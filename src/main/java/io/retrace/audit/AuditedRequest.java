package io.retrace.audit;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import io.retrace.shared.Reference;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What leads from a request to its leaves.
 *
 * @param obligations ids of its obligations
 */
record AuditedRequest(RequestId id, Reference reference, SubjectId subject, List<UUID> obligations) {

    AuditedRequest {
        obligations = List.copyOf(obligations);
    }

    /** Ids that an event about the request carries. */
    List<UUID> named() {
        return Stream.concat(Stream.of(id.value()), obligations.stream()).toList();
    }
}
