package io.retrace.agents;

import io.retrace.shared.SecretBox;
import io.retrace.shared.VisitCounter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts calls by network, and filings by agent. */
@Component
class AgentVisits {

    private final VisitCounter counter;
    private final int calls;
    private final int filings;

    AgentVisits(
            JdbcClient jdbc,
            SecretBox box,
            @Value("${retrace.agents.calls-per-minute:300}") int calls,
            @Value("${retrace.agents.filings-per-minute:60}") int filings) {
        this.counter = new VisitCounter(jdbc, box, "agent_visit", "agent-visit");
        this.calls = calls;
        this.filings = filings;
    }

    /** What is counted, each by itself. */
    private enum Kind {
        CALL,
        FILING
    }

    /** A call of any kind, before anything of it is read; how long to stay away, if it was one too many. */
    Optional<Duration> call(String address) {
        return counter.count(Kind.CALL, VisitCounter.network(address), calls);
    }

    /** Something that this agent filed; how long to stay away, if it was one too many. */
    Optional<Duration> filing(AgentId agent) {
        return counter.count(Kind.FILING, agent.value().getBytes(StandardCharsets.UTF_8), filings);
    }
}
