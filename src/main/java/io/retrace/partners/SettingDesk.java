package io.retrace.partners;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.partners.SettingUndo.Standing;
import io.retrace.shared.DomainEvent;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes settings and undoes changes, for whoever may; inside the caller’s transaction. */
@Component
class SettingDesk {

    private final StoredRegistry stored;
    private final CachedDirectory directory;
    private final SettingRows changes;
    private final SettingValues values;
    private final SettingMails mails;
    private final SchedulerClient queue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SettingDesk(
            StoredRegistry stored,
            CachedDirectory directory,
            SettingRows changes,
            SettingValues values,
            SettingMails mails,
            SchedulerClient queue,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.directory = directory;
        this.changes = changes;
        this.values = values;
        this.mails = mails;
        this.queue = queue;
        this.events = events;
        this.clock = clock;
    }

    void change(PartnerId partner, Setting setting, @Nullable String written, String by) {
        var value = values.checked(partner, setting, written); // it may ask a name server: not under the lock
        begin();
        var before = values.current(partner, setting);
        if (Objects.equals(before, value)) return;
        var now = now();
        var change = new SettingChange(TimeOrderedId.at(now), partner, setting, before, value, by, now, null, false);
        changes.insert(change);
        values.put(partner, setting, value);
        mails.changed(change);
        queue.schedule(
                SettingTasks.FORGET
                        .instance(change.id().toString())
                        .data(new SettingForgetJob(change.id()))
                        .build(),
                change.undoableUntil());
        publish(new SettingChanged(partner, change.id(), setting, now));
    }

    /** Puts the value from before back, and undoes what stands on the change with it. */
    void undo(SettingChange known, @Nullable String by) {
        begin(); // from here nobody else changes or undoes
        var change = changes.find(known.id()).orElseThrow();
        switch (standing(change)) {
            case OPEN -> {}
            case UNDONE -> throw new Conflict("error.setting.undone");
            case TOO_LATE -> throw new Conflict("error.setting.too-late");
            case OVERTAKEN -> throw new Conflict("error.setting.overtaken");
        }
        var now = now();
        changes.undone(changes.chain(change), by, now);
        values.put(change.partner(), change.setting(), change.before());
        mails.undone(change);
        publish(new SettingRestored(change.partner(), change.id(), change.setting(), now));
    }

    Standing standing(SettingChange change) {
        if (change.undoneAt() != null) return Standing.UNDONE;
        if (!change.undoable(clock.instant())) return Standing.TOO_LATE;
        var newest = changes.chain(change).getFirst();
        return Objects.equals(newest.after(), values.current(change.partner(), change.setting()))
                ? Standing.OPEN
                : Standing.OVERTAKEN;
    }

    private void begin() {
        stored.lock();
        directory.changing();
    }

    private void publish(DomainEvent event) {
        stored.countChange();
        events.publishEvent(event);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
