package io.retrace.requests;

import io.retrace.identity.Roles;
import io.retrace.shared.DomainException;
import io.retrace.shared.ForModules;
import io.retrace.shared.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Anybody’s request, for support, auditors and modules. */
@Service
@Transactional(readOnly = true)
class AnyRequests implements RequestDesk, RequestReferences, RequestDirectory {

    private final Requests requests;

    AnyRequests(Requests requests) {
        this.requests = requests;
    }

    @Override
    @PreAuthorize(Roles.READS_REQUESTS)
    public SubjectRequest request(Reference reference) {
        return requests.findByReference(reference.value()).map(Request::view).orElseThrow(AnyRequests::notFound);
    }

    @Override
    @PreAuthorize(Roles.READS_REQUESTS)
    public List<TimelineEntry> timeline(RequestId id) {
        if (requests.findById(id.value()).isEmpty()) throw notFound();
        return requests.transitionsOf(id.value()).stream()
                .map(Transition::entry)
                .toList();
    }

    @Override
    @ForModules
    public Reference reference(RequestId id) {
        return requests.findById(id.value()).map(Request::publicReference).orElseThrow(AnyRequests::notFound);
    }

    @Override
    @ForModules
    public Map<RequestId, SubjectRequest> requests(Collection<RequestId> ids) {
        return requests.findByIdInOrderById(ids.stream().map(RequestId::value).toList()).stream()
                .map(Request::view)
                .collect(Collectors.toMap(SubjectRequest::id, Function.identity()));
    }

    private static DomainException.NotFound notFound() {
        return new DomainException.NotFound("error.request-not-found");
    }
}
