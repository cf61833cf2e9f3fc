package io.retrace.agents;

import io.retrace.partners.SigningKey;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A business that may ask on behalf of people, as staff registered it.
 *
 * @param key what it signs with (Ed25519)
 * @param endpoint where it takes status callbacks: this scheme, host and port, any path
 * @param active whether its messages are taken at all
 * @param pairedAt when it last fetched a token, or {@code null}
 */
public record Agent(
        AgentId id,
        String name,
        SigningKey key,
        URI endpoint,
        boolean active,
        @Nullable Instant pairedAt) {}
