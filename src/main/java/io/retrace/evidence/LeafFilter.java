package io.retrace.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which leaves are looked for; {@code null} stands for any.
 *
 * @param type name of an event, such as {@code request-received}
 * @param from first moment
 * @param until first moment after
 */
public record LeafFilter(
        @Nullable String type,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final LeafFilter ANY = new LeafFilter(null, null, null);

    public LeafFilter {
        if (type != null && (type.length() > 64 || !type.matches("[a-z][a-z0-9-]*"))) {
            throw new IllegalArgumentException("not the name of an event");
        }
    }
}
