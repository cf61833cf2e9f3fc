package io.retrace.agents;

import io.retrace.requests.RequestId;
import java.time.Instant;
import java.util.List;

/** Which agents filed a request, for staff. */
public interface FilingDesk {

    /** The one that made it first, then those merged into it; empty if its person asked by themselves. */
    List<FiledBy> of(RequestId request);

    /**
     * @param merged whether the request was there before
     * @param told where the agent reads that it stands
     */
    record FiledBy(AgentId agent, String name, Instant filedAt, boolean merged, Standing told) {}
}
