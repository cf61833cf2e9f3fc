package io.retrace.partners;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a company’s admin manages of its own record; of no other. */
public interface CompanySettings {

    /** How each setting stands, as pages show it; without those that this company does not have. */
    Map<Setting, String> mine();

    /** The changes of the last 30 days, the newest first. */
    List<Recent> recent();

    /**
     * Changes a setting; the same value again changes nothing. For 24 hours it can be undone, and every contact of the last
     * 24 hours is told by mail.
     *
     * @param value as written; {@code null} retires the signing key, and is refused elsewhere
     */
    void change(Setting setting, @Nullable String value);

    /**
     * Puts back the value from before the change, and undoes with it later changes of the same setting. Throws
     * {@code NotFound}, and {@code Conflict} if it is undone, too late, or the platform has changed the setting since.
     */
    void undo(UUID change);

    /**
     * A change as its page shows it.
     *
     * @param before empty for none, and when {@code forgotten}
     * @param after likewise
     * @param forgotten whether the values went, since it cannot be undone any more
     */
    record Recent(
            UUID id,
            Setting setting,
            String before,
            String after,
            Instant at,
            Instant undoableUntil,
            boolean undoable,
            @Nullable Instant undoneAt,
            boolean forgotten) {}
}
