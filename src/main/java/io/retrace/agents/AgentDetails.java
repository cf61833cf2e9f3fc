package io.retrace.agents;

import io.retrace.partners.SigningKey;
import io.retrace.shared.DomainException.RuleViolation;
import java.net.URI;
import java.util.Base64;

/** An agent as staff write it down. */
public record AgentDetails(AgentId id, String name, SigningKey key, URI endpoint, boolean active) {

    private static final int LONGEST_NAME = 200;

    public AgentDetails {
        if (name.isBlank()) throw new RuleViolation("name", "error.field-missing");
        if (name.length() > LONGEST_NAME) throw new RuleViolation("name", "error.field-too-long");
        if (name.chars().anyMatch(Character::isISOControl)) throw new RuleViolation("name", "error.text-control");
    }

    /**
     * Reads what was typed; throws {@code RuleViolation}.
     *
     * @param verifyKey 32 bytes in Base64, as the service directory writes it
     */
    public static AgentDetails parse(String id, String name, String verifyKey, String endpoint, boolean active) {
        return new AgentDetails(id(id.strip()), name.strip(), key(verifyKey.strip()), url(endpoint.strip()), active);
    }

    private static AgentId id(String text) {
        try {
            return new AgentId(text);
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("id", "error.agent.id");
        }
    }

    private static SigningKey key(String text) {
        try {
            if (text.length() > 100) throw new RuleViolation("verify_key", "error.agent.key");
            return new SigningKey(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException | RuleViolation e) {
            throw new RuleViolation("verify_key", "error.agent.key");
        }
    }

    private static URI url(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("endpoint", "error.webhook-url");
        }
    }
}
