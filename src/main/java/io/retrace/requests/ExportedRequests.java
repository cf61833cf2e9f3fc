package io.retrace.requests;

import io.retrace.identity.SubjectId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Joins the transaction of whoever exports. */
@Component
class ExportedRequests implements RequestExport {

    private final Requests requests;

    ExportedRequests(Requests requests) {
        this.requests = requests;
    }

    @Override
    public List<SubjectRequest> requests(SubjectId subject) {
        return requests.findBySubjectIdOrderByReceivedAtDescIdDesc(subject.value()).stream()
                .map(Request::view)
                .toList();
    }

    @Override
    public List<TimelineEntry> timeline(RequestId request) {
        return requests.transitionsOf(request.value()).stream()
                .map(Transition::entry)
                .toList();
    }
}
