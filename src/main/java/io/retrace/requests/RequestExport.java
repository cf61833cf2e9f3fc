package io.retrace.requests;

import io.retrace.identity.SubjectId;
import io.retrace.shared.ForModules;
import java.util.List;

/** All requests of one person, for the copy they take home. */
@ForModules
public interface RequestExport {

    /** Newest first. */
    List<SubjectRequest> requests(SubjectId subject);

    /** What happened to one, oldest first. */
    List<TimelineEntry> timeline(RequestId request);
}
