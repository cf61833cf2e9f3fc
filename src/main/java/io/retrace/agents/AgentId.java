package io.retrace.agents;

import java.util.regex.Pattern;

/**
 * What the network calls an agent: 1 to 64 letters, digits, {@code _} and {@code -}. The protocol says {@code [A-Z_]+}, and
 * its own directory holds ids such as {@code CR_AA_DRP_ID_001}.
 */
public record AgentId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public AgentId {
        if (value.length() > 64 || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an agent’s id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
