package io.retrace.obligations;

import io.retrace.requests.RequestId;
import io.retrace.requests.TimelineEntry;
import io.retrace.shared.Reference;
import io.retrace.shared.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queue and a request’s companies, for support; auditors read a request’s companies and timeline, and no more. */
public interface SupportDesk {

    /** By legal date, nearest first; at most 100 a slice. */
    Slice<QueueRow> queue(QueueFilter filter, @Nullable String after, int limit);

    QueueCounters counters();

    List<CompanyProgress> companies(RequestId request);

    List<TimelineEntry> timeline(RequestId request);

    /** Which requests these belong to; who is unknown is left out. */
    Map<ObligationId, Reference> requests(Collection<ObligationId> obligations);

    /** At most 500 items a slice, as the company sees them. */
    Slice<CompanyItem> items(ObligationId obligation, @Nullable String after, int limit);

    /** Asks the company once more, now; throws {@code Conflict} if it answered for good or was never asked. */
    void resend(ObligationId obligation);
}
