package io.retrace.agents;

import io.retrace.shared.SecretBox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts by caller and minute of the database’s time, all nodes together, in one statement that also sweeps. */
@Component
class AgentVisits {

    private static final int KEPT = 16;

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final int calls;
    private final int filings;

    AgentVisits(
            JdbcClient jdbc,
            SecretBox box,
            @Value("${retrace.agents.calls-per-minute:300}") int calls,
            @Value("${retrace.agents.filings-per-minute:60}") int filings) {
        this.jdbc = jdbc;
        this.box = box;
        this.calls = calls;
        this.filings = filings;
    }

    /** What is counted, each by itself. */
    enum Kind {
        /** A call of any kind from one address, before anything of it is read. */
        CALL,
        /** Something filed by one agent. */
        FILING
    }

    /** How long to stay away, if this was one too many. */
    Optional<Duration> count(Kind kind, String who) {
        return jdbc.sql("""
                        with swept as (delete from agent_visit where (minute, kind, who) in (
                            select minute, kind, who from agent_visit where minute < now() - interval '2 minutes'
                             limit 50 for update skip locked))
                        insert into agent_visit values (date_trunc('minute', now()), :kind, :who, 1)
                            on conflict (minute, kind, who) do update set visits = least(agent_visit.visits, 1000000) + 1
                        returning visits, ceil(extract(epoch from minute + interval '1 minute' - now()))::int as rest""")
                .param("kind", kind.name())
                .param("who", Arrays.copyOf(box.mac("agent-visit", who.getBytes(StandardCharsets.UTF_8)), KEPT))
                .query((row, number) ->
                        row.getInt("visits") > most(kind) ? Duration.ofSeconds(row.getInt("rest")) : Duration.ZERO)
                .optional()
                .filter(Duration::isPositive);
    }

    private int most(Kind kind) {
        return switch (kind) {
            case CALL -> calls;
            case FILING -> filings;
        };
    }
}
