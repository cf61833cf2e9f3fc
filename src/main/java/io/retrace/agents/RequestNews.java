package io.retrace.agents;

import io.retrace.requests.RequestChanged;
import io.retrace.requests.RequestReleased;
import io.retrace.requests.RequestSettled;
import io.retrace.requests.RequestWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A request moved: whoever filed it is told, by a row of the queue in the same transaction. */
@Component
class RequestNews {

    private final FilingRows rows;
    private final AgentJobs jobs;

    RequestNews(FilingRows rows, AgentJobs jobs) {
        this.rows = rows;
        this.jobs = jobs;
    }

    @EventListener({RequestReleased.class, RequestSettled.class, RequestWithdrawn.class})
    void on(RequestChanged event) {
        rows.of(event.request()).forEach(filing -> jobs.tell(filing, event.occurredAt()));
    }
}
