package io.retrace.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits. Index-friendly; not a secret. */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    /** A new id for something that comes into being at {@code now}. */
    public static UUID at(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000 | (RANDOM.nextInt() & 0x0fff);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
