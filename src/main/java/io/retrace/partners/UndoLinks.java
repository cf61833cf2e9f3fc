package io.retrace.partners;

import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links to undo. Each works once, since what it undoes is undone then. */
@Service
@PreAuthorize("permitAll()")
class UndoLinks implements SettingUndo {

    private final SettingDesk desk;
    private final SettingRows changes;

    UndoLinks(SettingDesk desk, SettingRows changes) {
        this.desk = desk;
        this.changes = changes;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<State> look(String secret) {
        return changes.byLink(SettingClerk.digest(secret)).map(this::state);
    }

    @Override
    @Transactional(noRollbackFor = Conflict.class) // thrown before anything is written
    public Optional<Outcome> undo(String secret) {
        return changes.byLink(SettingClerk.digest(secret)).map(change -> {
            try {
                desk.undo(change, null);
                return Outcome.DONE;
            } catch (Conflict refused) {
                return Outcome.REFUSED; // the page says which, from how it stands
            }
        });
    }

    private State state(SettingChange change) {
        var standing = desk.standing(change);
        var open = standing == Standing.OPEN; // nobody needs to read values that a link can no longer change
        return new State(
                standing,
                change.setting(),
                open ? masked(change.setting(), change.before()) : "",
                open ? masked(change.setting(), change.after()) : "",
                change.at(),
                change.undoableUntil(),
                open ? changes.chain(change).size() - 1 : 0);
    }

    private static String masked(Setting setting, @Nullable String value) {
        if (value == null || setting != Setting.CONTACT) return SettingChange.shown(setting, value);
        return new EmailAddress(value).toString();
    }
}
