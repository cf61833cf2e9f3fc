package io.retrace.requests;

import io.retrace.shared.Reference;
import java.util.List;

/** Any request, for support and auditors. */
public interface RequestDesk {

    /** Throws {@code NotFound}. */
    SubjectRequest request(Reference reference);

    List<TimelineEntry> timeline(RequestId request);
}
