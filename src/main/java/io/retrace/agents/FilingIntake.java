package io.retrace.agents;

import io.retrace.shared.EmailAddress;
import io.retrace.shared.SecretBox;
import io.retrace.shared.TimeOrderedId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads what an agent asks for, of a message whose origin was checked. Looks at nothing that we know of anybody. */
@Component
class FilingIntake {

    /** 1.0 is 0.9.4 by another name (its change log). */
    private static final Set<String> VERSIONS = Set.of("1.0", "0.9.4");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2_000;

    private final SecretBox box;
    private final SealedAddresses addresses;
    private final Duration patience;

    /** @param patience how long its person has to confirm */
    FilingIntake(
            SecretBox box,
            SealedAddresses addresses,
            @Value("${retrace.agents.confirm-within:30d}") Duration patience) {
        this.box = box;
        this.addresses = addresses;
        this.patience = patience;
    }

    static void checkVersion(Claims claims) {
        var version = claims.text("drp.version");
        if (version == null || !VERSIONS.contains(version)) throw new Refused(Flaw.VERSION);
    }

    /** The filing to be; throws {@link Refused}. */
    Filing read(Agent agent, Claims claims, Instant receivedAt) {
        checkVersion(claims);
        var text = claims.text("exercise");
        var exercise = text == null ? null : Exercise.read(text).orElse(null);
        if (exercise == null) throw new Refused(Flaw.EXERCISE);
        var name = name(claims);
        var callback = callback(claims, agent.endpoint());
        var address = address(claims.text("email"));
        var now = receivedAt.truncatedTo(ChronoUnit.MICROS);
        var id = new FilingId(TimeOrderedId.at(now));
        var state = state(exercise, address);
        return new Filing(
                id,
                agent.id(),
                name,
                content(agent.id(), exercise, claims),
                exercise,
                state,
                now,
                now.plus(patience),
                address == null || state != FilingState.AWAITING ? null : addresses.seal(id, address),
                null,
                null,
                null,
                false,
                callback);
    }

    private static FilingState state(Exercise exercise, @Nullable EmailAddress address) {
        if (exercise.kind().isEmpty()) return FilingState.NOT_COVERED;
        return address == null ? FilingState.UNVERIFIED : FilingState.AWAITING;
    }

    private static @Nullable String name(Claims claims) {
        if (!claims.has("agent-request-id")) return null;
        var name = claims.text("agent-request-id");
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(Flaw.AGENT_REQUEST_ID);
        }
        return name;
    }

    /** Only where the agent is registered to listen: a message must not choose whom we call. */
    private static @Nullable URI callback(Claims claims, URI endpoint) {
        if (!claims.has("status_callback")) return null;
        var text = claims.text("status_callback");
        if (text == null || text.length() > LONGEST_URL) throw new Refused(Flaw.CALLBACK);
        try {
            var url = URI.create(text);
            var allowed = endpoint.getScheme().equalsIgnoreCase(url.getScheme())
                    && endpoint.getHost().equalsIgnoreCase(url.getHost())
                    && endpoint.getPort() == url.getPort()
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null;
            if (!allowed) throw new Refused(Flaw.CALLBACK);
            return url;
        } catch (IllegalArgumentException e) {
            throw new Refused(Flaw.CALLBACK);
        }
    }

    private static @Nullable EmailAddress address(@Nullable String text) {
        if (text == null || text.length() > 254) return null;
        try {
            return new EmailAddress(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private byte[] content(AgentId agent, Exercise exercise, Claims claims) {
        var email = claims.text("email");
        return box.mac(
                "agent-filing",
                (agent + "\n" + exercise.text() + "\n").getBytes(StandardCharsets.UTF_8),
                (email == null ? "" : email.strip().toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
    }
}
