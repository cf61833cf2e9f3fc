package io.retrace.partners;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.shared.DomainException.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@PreAuthorize(Roles.IS_PARTNER_ADMIN)
class SettingsService implements CompanySettings {

    private static final Duration SHOWN = Duration.ofDays(30);

    private final SettingDesk desk;
    private final SettingRows changes;
    private final SettingValues values;
    private final PartnerDirectory partners;
    private final CurrentUser user;
    private final Clock clock;

    SettingsService(
            SettingDesk desk,
            SettingRows changes,
            SettingValues values,
            PartnerDirectory partners,
            CurrentUser user,
            Clock clock) {
        this.desk = desk;
        this.changes = changes;
        this.values = values;
        this.partners = partners;
        this.user = user;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Setting, String> mine() {
        var mine = company();
        var all = new EnumMap<Setting, String>(Setting.class);
        for (var setting : Setting.values()) {
            var value = values.current(mine, setting);
            if (value == null && setting == Setting.ENDPOINT) continue; // it takes no webhooks
            all.put(setting, SettingChange.shown(setting, value));
        }
        return all;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Recent> recent() {
        return changes.since(company(), clock.instant().minus(SHOWN)).stream()
                .map(this::recent)
                .toList();
    }

    @Override
    @Transactional
    public void change(Setting setting, @Nullable String value) {
        user.requireStepUp();
        desk.change(company(), setting, value, user.actor().id());
    }

    @Override
    @Transactional
    public void undo(UUID id) {
        user.requireStepUp();
        var mine = company();
        var change = changes.find(id)
                .filter(one -> one.partner().equals(mine))
                .orElseThrow(() -> new NotFound("error.not-found"));
        desk.undo(change, user.actor().id());
    }

    private Recent recent(SettingChange change) {
        return new Recent(
                change.id(),
                change.setting(),
                SettingChange.shown(change.setting(), change.before()),
                SettingChange.shown(change.setting(), change.after()),
                change.at(),
                change.undoableUntil(),
                change.undoable(clock.instant()) && desk.standing(change) == SettingUndo.Standing.OPEN,
                change.undoneAt(),
                change.forgotten());
    }

    private PartnerId company() {
        return partners.bySlug(user.company())
                .orElseThrow(() -> new NotFound("error.not-found"))
                .id();
    }
}
