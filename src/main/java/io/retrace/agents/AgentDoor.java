package io.retrace.agents;

import io.retrace.partners.SigningKey;
import io.retrace.shared.ForModules;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The Data Rights Protocol 1.0 as an agent meets it. Whose word it is comes first, over the raw bytes; then what it says, in the
 * order of §3.07. Every method throws {@link Refused}.
 */
@Service
@ForModules
public class AgentDoor {

    /** Most bytes of a body. */
    public static final int MOST_BYTES = 64 * 1024;

    /** Nobody’s key: an unknown agent is refused in the time that a known one takes. */
    private static final SigningKey NOBODY =
            new SigningKey(Base64.getDecoder().decode("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")); // RFC 8032 §7.1

    private final AgentRows agents;
    private final FilingRows rows;
    private final Pairing pairing;
    private final FilingIntake intake;
    private final Filings filings;
    private final Statuses statuses;
    private final AgentVisits visits;
    private final String business;
    private final Clock clock;

    AgentDoor(
            AgentRows agents,
            FilingRows rows,
            Pairing pairing,
            FilingIntake intake,
            Filings filings,
            Statuses statuses,
            AgentVisits visits,
            @Value("${retrace.agents.business-id:RETRACE}") String business,
            Clock clock) {
        this.agents = agents;
        this.rows = rows;
        this.pairing = pairing;
        this.intake = intake;
        this.filings = filings;
        this.statuses = statuses;
        this.visits = visits;
        this.business = business;
        this.clock = clock;
    }

    /** Counts a call from this address, before anything of it is read. */
    public void knock(String address) {
        visits.call(address).ifPresent(wait -> {
            throw new Refused(Flaw.TOO_OFTEN, wait);
        });
    }

    /** §2.05: a token for whoever signs with the key of this agent. */
    public String pair(String agentId, byte[] body) {
        var message = SignedText.decode(capped(body));
        var agent = active(agentId);
        var key = agent == null ? NOBODY : agent.key();
        var opened = message.openedWith(key);
        if (agent == null) throw new Refused(Flaw.BAD_SIGNATURE);
        var claims = Claims.read(opened).mustBe(agent.id(), business, clock.instant());
        FilingIntake.checkVersion(claims);
        return pairing.pair(agent, message.digest(), claims.expires());
    }

    /** §2.06: whether this is the token of this agent. */
    public void probe(@Nullable String authorization, String agentId) {
        if (!pairing.holder(authorization).id().value().equals(agentId)) throw Filings.notYours();
    }

    /** §2.01. */
    public AgentStatus exercise(@Nullable String authorization, byte[] body) {
        var agent = pairing.holder(authorization);
        var message = SignedText.decode(capped(body));
        var now = clock.instant();
        var claims = Claims.read(message.openedWith(agent.key())).mustBe(agent.id(), business, now);
        visits.filing(agent.id()).ifPresent(wait -> {
            throw new Refused(Flaw.TOO_OFTEN, wait);
        });
        var filing = intake.read(agent, claims, now);
        return statuses.of(filings.file(filing, message.digest(), claims.expires()));
    }

    /** §2.02. */
    public AgentStatus status(@Nullable String authorization, String filing) {
        var agent = pairing.holder(authorization);
        return rows.find(id(filing))
                .filter(found -> found.agent().equals(agent.id()))
                .map(statuses::of)
                .orElseThrow(Filings::notYours);
    }

    /**
     * §2.04. The protocol shows no more than a reason in it; what else it says must be true. Taken twice it changes nothing, so
     * it may be repeated.
     */
    public AgentStatus revoke(@Nullable String authorization, String filing, byte[] body) {
        var agent = pairing.holder(authorization);
        var claims = Claims.read(SignedText.decode(capped(body)).openedWith(agent.key()));
        if (claims.has("agent-id")
                || claims.has("business-id")
                || claims.has("issued-at")
                || claims.has("expires-at")) {
            claims.mustBe(agent.id(), business, clock.instant());
        }
        return statuses.of(filings.revoke(id(filing), agent.id()));
    }

    private @Nullable Agent active(String agentId) {
        try {
            return agents.find(new AgentId(agentId)).filter(Agent::active).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static FilingId id(String text) {
        try {
            return new FilingId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Filings.notYours();
        }
    }

    private static byte[] capped(byte[] body) {
        if (body.length > MOST_BYTES) throw new Refused(Flaw.TOO_LARGE);
        return body;
    }
}
