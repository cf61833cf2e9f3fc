package io.retrace.partners;

import static io.retrace.testing.Callers.asPlatform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.partners.SettingUndo.Outcome;
import io.retrace.partners.SettingUndo.Standing;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.testing.UseCase;
import org.junit.jupiter.api.Test;

/** What a company’s admin changed is put back by the admin, or by the link that the earlier contact got. */
class SettingUndoModuleTest extends SettingsCase {

    @Test
    @UseCase({"UC-027/5", "UC-027/7"})
    void a_link_undoes_once_and_looking_changes_nothing() {
        change(Setting.ENDPOINT, hook("new"));
        var secret = secret(post());
        for (int i = 0; i < 3; i++) assertThat(standing(secret)).isEqualTo(Standing.OPEN);
        assertThat(endpoint()).isEqualTo(hook("new"));
        assertThat(links.undo(secret)).contains(Outcome.DONE);
        assertThat(endpoint()).isEqualTo(hook("old"));
        change(Setting.ENDPOINT, hook("new"));
        assertThat(links.undo(secret)).contains(Outcome.REFUSED);
        assertThat(standing(secret)).isEqualTo(Standing.UNDONE);
        assertThat(endpoint()).isEqualTo(hook("new"));
        assertThat(links.look("A".repeat(32))).isEmpty();
        assertThat(links.undo("A".repeat(32))).isEmpty();
    }

    @Test
    @UseCase("UC-027/5")
    void after_24_hours_it_is_too_late() {
        change(Setting.ENDPOINT, hook("new"));
        var secret = secret(post());
        clock.advance(SettingChange.UNDOABLE);
        assertThat(standing(secret)).isEqualTo(Standing.TOO_LATE);
        assertThat(links.undo(secret)).contains(Outcome.REFUSED);
        assertThatThrownBy(() -> undo(newest())).isInstanceOf(Conflict.class);
        assertThat(endpoint()).isEqualTo(hook("new"));
    }

    @Test
    @UseCase("UC-027/6")
    void what_stands_on_a_change_is_undone_with_it() {
        change(Setting.ENDPOINT, hook("one"));
        var secret = secret(post());
        change(Setting.LANGUAGE, "de");
        change(Setting.ENDPOINT, hook("two"));
        assertThat(links.look(secret))
                .hasValueSatisfying(state -> assertThat(state.later()).isEqualTo(1));
        assertThat(links.undo(secret)).contains(Outcome.DONE);
        assertThat(endpoint()).isEqualTo(hook("old"));
        assertThat(admin(settings::recent))
                .filteredOn(CompanySettings.Recent::undoable)
                .singleElement()
                .satisfies(change -> assertThat(change.setting()).isEqualTo(Setting.LANGUAGE));
    }

    @Test
    @UseCase({"UC-027/6", "UC-027/9"})
    void what_the_platform_wrote_since_is_not_undone() {
        change(Setting.ENDPOINT, hook("new"));
        var secret = secret(post());
        asPlatform(() -> registry.register(slug, details(first), WebhookTarget.parse(hook("platform"), null)));
        assertThat(standing(secret)).isEqualTo(Standing.OVERTAKEN);
        assertThat(links.undo(secret)).contains(Outcome.REFUSED);
        assertThatThrownBy(() -> undo(newest())).isInstanceOf(Conflict.class);
        assertThat(endpoint()).isEqualTo(hook("platform"));
    }

    @Test
    @UseCase("UC-027/8")
    void undoing_is_told_and_cannot_be_undone() {
        change(Setting.CONTACT, "new@" + slug + ".example");
        post();
        var change = newest();
        undo(change);
        var mails =
                post().stream().filter(mail -> !LINK.matcher(text(mail)).find()).toList();
        assertThat(mails.stream().map(SettingsCase::to)).contains(first, "new@" + slug + ".example");
        assertThatThrownBy(() -> undo(change)).isInstanceOf(Conflict.class);
    }

    @Test
    @UseCase("UC-027/10")
    void values_go_when_nothing_can_be_undone_any_more() {
        change(Setting.ENDPOINT, hook("new"));
        var secret = secret(post());
        var change = newest();
        assertThat(jdbc.sql("select count(*) from setting_mail where address is not null")
                        .query(Long.class)
                        .single())
                .as("addresses of mails that have ended")
                .isZero();
        assertThat(forgetting.forget(change)).as("too early").isPresent();
        assertThat(admin(settings::recent).getFirst().before()).isEqualTo(hook("old"));
        clock.advance(SettingChange.UNDOABLE);
        assertThat(forgetting.forget(change)).isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from setting_change where id = ? and old_value is null and new_value is null")
                        .param(change)
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(admin(settings::recent)).singleElement().satisfies(recent -> {
            assertThat(recent.forgotten()).isTrue();
            assertThat(recent.before() + recent.after()).isEmpty();
        });
        assertThat(standing(secret)).isEqualTo(Standing.TOO_LATE);
        assertThat(forgetting.forget(change)).as("again").isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from scheduled_tasks where task_name = 'setting-forget' and task_instance = ?")
                        .param(change.toString())
                        .query(Long.class)
                        .single())
                .as("the queue had it from the start")
                .isOne();
    }
}
