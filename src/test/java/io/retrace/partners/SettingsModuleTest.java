package io.retrace.partners;

import static io.retrace.testing.Callers.as;
import static io.retrace.testing.Callers.asPlatform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.identity.Roles;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.testing.LeafCount;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** A company’s admin changes its record; whoever was its contact is told. */
class SettingsModuleTest extends SettingsCase {

    @Test
    @UseCase({"UC-027/1", "UC-027/5"})
    void every_setting_is_changed_and_put_back_exactly() {
        for (var setting : Setting.values()) {
            var before = admin(settings::mine).get(setting);
            change(setting, other(setting));
            assertThat(admin(settings::mine)).containsEntry(setting, other(setting));
            undo(newest());
            assertThat(admin(settings::mine)).containsEntry(setting, before);
        }
        assertThat(endpoint()).isEqualTo(hook("old"));
        assertThat(keys.of(company())).isEmpty();
    }

    @Test
    @UseCase("UC-027/1")
    void a_key_is_retired_and_its_retiring_undone() {
        change(Setting.SIGNING_KEY, KEY);
        change(Setting.SIGNING_KEY, null);
        assertThat(keys.of(company())).isEmpty();
        undo(newest());
        assertThat(keys.of(company()).map(SigningKey::text)).contains(KEY);
    }

    @Test
    @UseCase("UC-027/1")
    void takes_a_fresh_proof_the_role_and_the_own_company() {
        change(Setting.CONTACT, "new@" + slug + ".example");
        var change = newest();
        var stale = person(slug, clock.instant().minus(Duration.ofMinutes(6)), Roles.PARTNER, Roles.PARTNER_ADMIN);
        assertThatThrownBy(() -> as(stale, () -> run(() -> settings.change(Setting.LANGUAGE, "de"))))
                .isInstanceOf(StepUpRequired.class);
        assertThatThrownBy(() -> as(stale, () -> run(() -> settings.undo(change))))
                .isInstanceOf(StepUpRequired.class);
        var responder = person(slug, clock.instant(), Roles.PARTNER);
        assertThatThrownBy(() -> as(responder, () -> run(() -> settings.change(Setting.LANGUAGE, "de"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(responder, settings::recent)).isInstanceOf(AccessDeniedException.class);
        var other = "other-" + slug;
        asPlatform(() -> registry.register(other, details("o@other.example"), null));
        var stranger = person(other, clock.instant(), Roles.PARTNER, Roles.PARTNER_ADMIN);
        assertThatThrownBy(() -> as(stranger, () -> run(() -> settings.undo(change))))
                .isInstanceOf(NotFound.class);
        assertThat(as(stranger, settings::recent)).isEmpty();
        assertThat(as(stranger, settings::mine)).as("it takes no webhooks").doesNotContainKey(Setting.ENDPOINT);
    }

    @Test
    @UseCase({"UC-027/1", "UC-027/2"})
    void a_wrong_value_changes_nothing() {
        for (var url :
                List.of("https://127.0.0.1/x", "https://0177.0.0.1/x", "http://a.example/x", "https://[::1]/", "")) {
            refused(Setting.ENDPOINT, url);
        }
        refused(Setting.ENDPOINT, null);
        refused(Setting.CONTACT, "nobody");
        refused(Setting.CONTACT, null);
        refused(Setting.LANGUAGE, "fr");
        refused(Setting.SIGNING_KEY, "whpk_AAAA");
        assertThat(admin(settings::recent)).isEmpty();
    }

    @Test
    @UseCase("UC-027/3")
    void leaves_one_leaf_and_one_mail_and_a_repetition_nothing() {
        var leaves = new LeafCount(dataSource);
        var to = hook("new?token=geheim-9");
        leaves.exactlyOne("setting-changed", () -> change(Setting.ENDPOINT, to));
        leaves.none(() -> change(Setting.ENDPOINT, to));
        assertThat(jdbc.sql("select count(*) from setting_mail where ended_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        var rows = jdbc.sql("select c::text || m::text from setting_change c join setting_mail m on change_id = c.id")
                .query(String.class)
                .list();
        assertThat(rows).noneMatch(row -> row.contains("geheim") || row.contains(first));
        var queue = jdbc.sql(
                        "select convert_from(task_data, 'UTF8') from scheduled_tasks where task_name = 'setting-mail'")
                .query(String.class)
                .list();
        assertThat(queue).isNotEmpty().noneMatch(row -> row.contains("geheim") || row.contains("@"));
        var mail = post().getFirst();
        assertThat(text(mail)).doesNotContain("geheim").contains("https://portal.example/undo/");
        assertThat(admin(settings::mine).get(Setting.ENDPOINT)).doesNotContain("geheim");
        leaves.exactlyOne("setting-restored", () -> undo(newest()));
    }

    @Test
    @UseCase({"UC-027/4", "UC-027/7"})
    void changing_the_contact_first_hides_nothing() throws Exception {
        change(Setting.CONTACT, "intruder@elsewhere.example");
        change(Setting.CONTACT, "second@elsewhere.example");
        post();
        MAIL.purgeEmailFromAllMailboxes();
        change(Setting.ENDPOINT, hook("stolen"));
        var mails = post();
        assertThat(mails.stream().map(SettingsCase::to))
                .containsExactlyInAnyOrder(first, "intruder@elsewhere.example", "second@elsewhere.example");
        assertThat(mails)
                .allSatisfy(mail -> assertThat(LINK.matcher(text(mail)).find())
                        .as("link to %s", to(mail))
                        .isEqualTo(to(mail).equals(first)));
    }

    @Test
    @UseCase("UC-027/1")
    void mails_speak_the_language_that_was_chosen() {
        change(Setting.LANGUAGE, "de");
        assertThat(directory.partner(company()).mailLanguage().map(Object::toString))
                .contains("de");
        assertThat(text(post().getFirst())).contains("Sprache");
    }
}
