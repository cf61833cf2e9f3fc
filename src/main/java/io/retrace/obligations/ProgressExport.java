package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import io.retrace.requests.TimelineEntry;
import io.retrace.shared.ForModules;
import java.util.List;
import java.util.stream.Stream;

/** What companies were asked because of one person, and what they said, for the copy they take home. */
@ForModules
public interface ProgressExport {

    /** Companies of a request, those who need attention first. */
    List<CompanyProgress> companies(RequestId request);

    /** What happened to its obligations, oldest first. */
    List<TimelineEntry> timeline(RequestId request);

    /** First version first. */
    List<Attestation> attestations(ObligationId obligation);

    /** Every photo that companies were asked about, newest first; read from a cursor, so it needs a transaction and closing. */
    Stream<AskedItem> items(SubjectId subject);
}
