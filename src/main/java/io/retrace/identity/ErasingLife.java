package io.retrace.identity;

import io.retrace.identity.ErasingRows.Erasing;
import io.retrace.shared.ForModules;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The turns of an erasing. Every method may run twice (ADR 0004). */
@Service
@ForModules
class ErasingLife {

    private final ErasingRows rows;
    private final ErasingOrders orders;
    private final LeavingAccounts leaving;
    private final Tombstones tombstones;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ErasingLife(
            ErasingRows rows,
            ErasingOrders orders,
            LeavingAccounts leaving,
            Tombstones tombstones,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.leaving = leaving;
        this.tombstones = tombstones;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The point of no return; false if the person kept their account. The row lock decides between the two, the lock on the
     * subject lets feeds that are under way commit first. The journal has it on disk before this commits.
     */
    @Transactional
    public boolean begin(UUID id) {
        var erasing = rows.lock(id).orElseThrow();
        if (erasing.keptAt() != null) return false;
        if (erasing.begunAt() != null) return true;
        var mark = begin(erasing, now());
        journal.write(
                Journal.ERASED,
                erasing.subject(),
                mark.map(HexFormat.of()::formatHex).orElse(Journal.NOTHING));
        return true;
    }

    /** The journal says that this person was erased after the backup that this database comes from. */
    @Transactional
    public Erasing repeat(SubjectId subject, String mark) {
        var now = now();
        if (!mark.equals(Journal.NOTHING)) tombstones.bury(HexFormat.of().parseHex(mark), now);
        orders.take(subject, Closing.By.JOURNAL); // or what was ordered before the backup
        var erasing = rows.standing(subject).orElseThrow();
        if (erasing.begunAt() == null) {
            rows.dueNow(erasing.id(), now);
            begin(erasing, now);
        }
        return erasing;
    }

    private Optional<byte[]> begin(Erasing erasing, Instant now) {
        rows.begun(erasing.id(), now);
        var mark = leaving.mark(erasing.subject(), now).map(tombstones::mark);
        mark.ifPresent(known -> tombstones.bury(known, now));
        events.publishEvent(new ErasingStarted(erasing.id(), erasing.subject(), now));
        return mark;
    }

    /** Keycloak has nothing of them any more, so nothing of ours leads there either. */
    @Transactional
    public void accountGone(UUID id) {
        var erasing = rows.lock(id).orElseThrow();
        leaving.forget(erasing.subject());
        rows.accountGone(id, now());
        rows.noLongerForSupport(id);
    }

    @Transactional
    public void finish(UUID id) {
        var erasing = rows.lock(id).orElseThrow();
        if (erasing.doneAt() != null) return;
        var now = now();
        rows.done(id, now);
        events.publishEvent(new ErasingCompleted(id, now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
