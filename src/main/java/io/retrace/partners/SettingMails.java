package io.retrace.partners;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.partners.SettingMailRows.Kind;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells every address that was a company’s contact within the last 24 hours. Only the one that was it before all of these
 * changes gets a link to undo: an address that came in lately may be an intruder’s, and must not undo the repair.
 */
@Component
class SettingMails {

    private final SettingRows changes;
    private final SettingMailRows mails;
    private final SettingValues values;
    private final SchedulerClient queue;
    private final Clock clock;

    SettingMails(SettingRows changes, SettingMailRows mails, SettingValues values, SchedulerClient queue, Clock clock) {
        this.changes = changes;
        this.mails = mails;
        this.values = values;
        this.queue = queue;
        this.clock = clock;
    }

    /** After the change is written down, in its transaction. */
    void changed(SettingChange change) {
        addresses(change.partner())
                .values()
                .forEach(to -> want(change, to.address(), to.settled() ? Kind.UNDOABLE : Kind.TOLD));
    }

    /** After the undoing is written down, in its transaction. */
    void undone(SettingChange change) {
        addresses(change.partner()).values().forEach(to -> want(change, to.address(), Kind.UNDONE));
    }

    private record Told(EmailAddress address, boolean settled) {}

    /** The one that was the contact 24 hours ago comes first. */
    private Map<String, Told> addresses(PartnerId partner) {
        var told = new LinkedHashMap<String, Told>();
        changes.since(partner, clock.instant().minus(SettingChange.UNDOABLE)).reversed().stream()
                .filter(change -> change.setting() == Setting.CONTACT)
                .forEach(change -> {
                    add(told, change.before());
                    add(told, change.after());
                });
        add(told, values.current(partner, Setting.CONTACT));
        return told;
    }

    private static void add(Map<String, Told> told, @Nullable String address) {
        if (address == null) return;
        told.putIfAbsent(address.toLowerCase(Locale.ROOT), new Told(new EmailAddress(address), told.isEmpty()));
    }

    private void want(SettingChange change, EmailAddress to, Kind kind) {
        var id = TimeOrderedId.at(clock.instant());
        mails.want(id, change, to, kind);
        queue.schedule(
                SettingTasks.SETTING_MAIL
                        .instance(id.toString())
                        .data(new SettingMailJob(id))
                        .build(),
                clock.instant());
    }
}
