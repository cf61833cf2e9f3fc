package io.retrace.ledger;

import io.retrace.ledger.RefusedLine.Reason;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks that both feeds share; each returns the reason to refuse, or {@code null}. */
final class LineCheck {

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Clock clock;
    private long latest;

    LineCheck(Clock clock) {
        this.clock = clock;
        begin();
    }

    /** Looks at the clock again. */
    void begin() {
        latest = Micros.of(clock.instant().plus(AHEAD));
    }

    @Nullable
    Reason uuid(LineFields line, int field) {
        if (!line.has(field)) return Reason.MISSING;
        return Values.isUuid(line.bytes(), line.from(field), line.to(field)) ? null : Reason.MALFORMED;
    }

    @Nullable
    Reason ref(LineFields line, int field) {
        if (!line.has(field)) return Reason.MISSING;
        return Values.isRef(line.bytes(), line.from(field), line.to(field)) ? null : Reason.MALFORMED;
    }

    @Nullable
    Reason present(LineFields line, int field) {
        return line.has(field) ? null : Reason.MISSING;
    }

    @Nullable
    Reason time(long micros) {
        if (micros == Values.UNREADABLE) return Reason.MALFORMED;
        if (micros > latest) return Reason.IN_THE_FUTURE;
        return micros < Micros.EARLIEST ? Reason.BEFORE_1990 : null;
    }
}
