package io.retrace.partners;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deletes what a setting was and became, once nothing can be undone: for anything else nobody needs it. */
@Component
class SettingForgetting {

    private final SettingRows changes;
    private final Clock clock;

    SettingForgetting(SettingRows changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** When to come back; empty if there is nothing left to do. */
    Optional<Instant> forget(UUID id) {
        var change = changes.find(id).orElse(null);
        if (change == null || change.forgotten()) return Optional.empty();
        var now = clock.instant();
        if (now.isBefore(change.undoableUntil())) return Optional.of(change.undoableUntil());
        changes.forget(id, now);
        return Optional.empty();
    }
}
