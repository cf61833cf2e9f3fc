package io.retrace.agents;

import io.retrace.delivery.OutsideCalls;
import io.retrace.delivery.spi.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells an agent that there is something new (§2.03): a hint and no more, since nothing says who sent it. The agent reads the
 * status itself, so nothing is lost if it never listens.
 */
@Component
class AgentCallback {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(24));
    private static final Logger LOG = LoggerFactory.getLogger(AgentCallback.class);

    private final FilingRows rows;
    private final AgentRows agents;
    private final Statuses statuses;
    private final OutsideCalls calls;
    private final JsonMapper json;
    private final Clock clock;

    AgentCallback(
            FilingRows rows, AgentRows agents, Statuses statuses, OutsideCalls calls, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.agents = agents;
        this.statuses = statuses;
        this.calls = calls;
        this.json = json;
        this.clock = clock;
    }

    /** When to try again; empty if there is nothing left to do. */
    Optional<Instant> tell(FilingId id) {
        var filing = rows.find(id).orElse(null);
        if (filing == null) return Optional.empty();
        var url = filing.callback();
        if (url == null || agents.find(filing.agent()).filter(Agent::active).isEmpty()) return Optional.empty();
        var tries = rows.tried(id);
        var outcome = calls.post(url, json.writeValueAsBytes(statuses.of(filing).hint()));
        if (outcome.word() == Outcome.Word.REACHED) return over(id);
        if (tries > WAITS.size() || outcome.word().hopeless()) {
            LOG.warn(
                    "Filing {}: agent {} does not take callbacks ({}); it can read",
                    id,
                    filing.agent(),
                    outcome.word());
            return over(id);
        }
        return Optional.of(clock.instant().plus(WAITS.get(tries - 1)));
    }

    private Optional<Instant> over(FilingId id) {
        rows.toldOrGivenUp(id);
        return Optional.empty();
    }
}
