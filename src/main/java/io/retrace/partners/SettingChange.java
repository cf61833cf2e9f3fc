package io.retrace.partners;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that a company’s admin made.
 *
 * @param before the value it had, {@code null} for none; it may hold a secret: show it only by {@link #shown}
 * @param after the value it has since, {@code null} for none
 * @param by Keycloak’s id of the admin
 * @param undoneAt when it was undone, or {@code null}
 * @param forgotten whether both values went, because nothing can be undone any more
 */
public record SettingChange(
        UUID id,
        PartnerId partner,
        Setting setting,
        @Nullable String before,
        @Nullable String after,
        String by,
        Instant at,
        @Nullable Instant undoneAt,
        boolean forgotten) {

    /** For so long a change can be undone. */
    public static final Duration UNDOABLE = Duration.ofHours(24);

    public Instant undoableUntil() {
        return at.plus(UNDOABLE);
    }

    public boolean undoable(Instant now) {
        return undoneAt == null && now.isBefore(undoableUntil());
    }

    /** A value as pages show it: an address of a server without its query, which may hold a secret; empty for none. */
    public static String shown(Setting setting, @Nullable String value) {
        if (value == null) return "";
        return switch (setting) {
            case ENDPOINT -> value.replaceFirst("\\?.*", "?…");
            case SIGNING_KEY, CONTACT, LANGUAGE -> value;
        };
    }

    @Override
    public String toString() {
        return "SettingChange[" + id + ", " + partner + ", " + setting + "]";
    }
}
