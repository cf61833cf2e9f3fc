package io.retrace.agents;

import io.retrace.identity.Roles;
import io.retrace.requests.RequestId;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@PreAuthorize(Roles.READS_REQUESTS)
class AnyFilings implements FilingDesk {

    private final FilingRows rows;
    private final AgentRows agents;
    private final Statuses statuses;

    AnyFilings(FilingRows rows, AgentRows agents, Statuses statuses) {
        this.rows = rows;
        this.agents = agents;
        this.statuses = statuses;
    }

    @Override
    @Transactional(readOnly = true)
    public List<FiledBy> of(RequestId request) {
        return rows.of(request).stream().map(this::filedBy).toList();
    }

    private FiledBy filedBy(Filing filing) {
        var agent = agents.find(filing.agent()).orElseThrow();
        return new FiledBy(agent.id(), agent.name(), filing.filedAt(), filing.merged(), statuses.standing(filing));
    }
}
