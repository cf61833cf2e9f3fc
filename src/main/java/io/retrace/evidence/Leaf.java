package io.retrace.evidence;

import io.retrace.shared.DomainEvent;
import io.retrace.shared.Sha256;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log, and what opens it. The entry holds a salted commitment only: without salt and body nobody can
 * tell whom or what it is about, not even by guessing ids.
 *
 * @param entry canonical JSON {@code {commitment, time, type, v}}: the bytes that are hashed into the tree
 * @param subject whose record keeps salt and body, or {@code null}
 * @param salt 32 random bytes
 * @param body canonical JSON of the event’s components; {@code commitment = SHA-256(salt || body)}
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one insert and is never compared
record Leaf(byte[] entry, @Nullable UUID subject, byte[] salt, byte[] body) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Leaf of(DomainEvent event) {
        var salt = new byte[32];
        RANDOM.nextBytes(salt);
        var body = EventBody.of(event);
        var entry = EventBody.canonical(Map.of(
                "commitment",
                "sha256:" + Sha256.of(salt, body),
                // to the second: a finer time would help to match a leaf with other logs
                "time",
                event.occurredAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                "type",
                EventType.of(event.getClass()),
                "v",
                1));
        return new Leaf(entry, event.concerns(), salt, body);
    }
}
