package io.retrace.access;

import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.ProgressExport;
import io.retrace.requests.RequestExport;
import io.retrace.requests.SubjectRequest;
import io.retrace.requests.TimelineEntry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A request with what its companies did. */
record RequestStory(SubjectRequest request, List<CompanyProgress> companies, List<TimelineEntry> timeline) {

    RequestStory {
        companies = List.copyOf(companies);
        timeline = List.copyOf(timeline);
    }

    static RequestStory of(SubjectRequest request, RequestExport requests, ProgressExport progress) {
        var timeline = Stream.concat(requests.timeline(request.id()).stream(), progress.timeline(request.id()).stream())
                .sorted(Comparator.comparing(TimelineEntry::at))
                .toList();
        return new RequestStory(request, progress.companies(request.id()), timeline);
    }

    /** Companies that have said nothing yet. */
    List<String> silent() {
        return companies.stream()
                .filter(company -> !company.word().answered())
                .map(company -> company.company().name())
                .toList();
    }

    int answered() {
        return companies.size() - silent().size();
    }
}
