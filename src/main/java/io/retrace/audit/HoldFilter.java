package io.retrace.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which holds are looked for; {@code null} stands for any.
 *
 * @param company slug
 */
public record HoldFilter(
        Hold.@Nullable Kind kind,
        Hold.@Nullable State state,
        @Nullable String company) {

    public static final HoldFilter ANY = new HoldFilter(null, null, null);
}
