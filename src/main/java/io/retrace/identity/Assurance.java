package io.retrace.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * How surely and how recently the person proved who they are.
 *
 * @param level Keycloak level of authentication ({@code acr}): 1 signed in, 2 proved again (step-up); 0 unknown
 * @param provedAt when that was ({@code auth_time})
 */
public record Assurance(int level, Instant provedAt) {

    /** A step-up counts for this long; then it is asked again. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    /** Whether this is a step-up that still counts at {@code now}. */
    public boolean freshAt(Instant now) {
        return level >= 2
                && !provedAt.isAfter(now.plus(FRESH))
                && provedAt.plus(FRESH).isAfter(now);
    }
}
