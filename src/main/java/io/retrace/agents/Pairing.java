package io.retrace.agents;

import io.retrace.shared.ForModules;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens: 256 random bits, of which the hash is kept. */
@Service
@ForModules
class Pairing {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9_-]{43})");

    private final AgentRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pairing(AgentRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** A new token; throws {@link Refused} for a message that was taken before, or whose agent has another key by now. */
    @Transactional
    String pair(Agent agent, Sha256 message, Instant expires) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var standing = rows.lock(agent.id()).filter(Agent::active).orElse(null);
        if (standing == null || !standing.key().equals(agent.key())) throw new Refused(Flaw.BAD_SIGNATURE);
        if (!rows.first(agent.id(), message, expires)) throw new Refused(Flaw.REPLAYED);
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.paired(agent.id(), hash(token), now);
        events.publishEvent(new AgentPaired(agent.id(), now));
        return token;
    }

    /** Whose token this {@code Authorization} header brings; throws {@link Refused}. */
    @Transactional(readOnly = true)
    Agent holder(@Nullable String authorization) {
        if (authorization == null || authorization.length() > 200) throw new Refused(Flaw.NO_TOKEN);
        var bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) throw new Refused(Flaw.NO_TOKEN);
        return rows.withToken(hash(bearer.group(1))).orElseThrow(() -> new Refused(Flaw.NO_TOKEN));
    }

    private static Sha256 hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.US_ASCII));
    }
}
