package io.retrace.partners;

import static io.retrace.testing.Callers.as;
import static io.retrace.testing.Callers.asPlatform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.retrace.identity.Roles;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.SettingUndo.Outcome;
import io.retrace.partners.SettingUndo.Standing;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.shared.EmailAddress;
import io.retrace.testing.LeafCount;
import io.retrace.testing.MovableClock;
import io.retrace.testing.TestDatabase;
import io.retrace.testing.UseCase;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A company’s admin changes its record; whoever was its contact is told and can undo it. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"identity", "ledger", "requests", "obligations", "access", "evidence"})
@Import(SettingsModuleTest.Time.class)
class SettingsModuleTest {

    private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private static final Pattern LINK = Pattern.compile("https://portal\\.example/undo/([A-Za-z0-9_-]{32})");
    private static final String KEY = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="; // RFC 8032 §7.1, test 1

    @Autowired
    private PartnerRegistry registry;

    @Autowired
    private CompanySettings settings;

    @Autowired
    private SettingUndo links;

    @Autowired
    private SettingClerk clerk;

    @Autowired
    private PartnerDirectory directory;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private WebhookEndpoints endpoints;

    @Autowired
    private MovableClock clock;

    @Autowired
    private DataSource dataSource;

    private String slug = "";
    private String first = "";
    private JdbcClient jdbc;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        MAIL.start();
        TestDatabase.register(registry);
        registry.add("retrace.portal-url", () -> "https://portal.example");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @BeforeEach
    void register() throws Exception {
        slug = "self-" + UUID.randomUUID().toString().substring(0, 8); // a company of its own for each test
        first = "privacy@" + slug + ".example";
        jdbc = JdbcClient.create(dataSource);
        jdbc.sql("update setting_mail set ended_at = now(), ending = 'SENT' where ended_at is null").update();
        MAIL.purgeEmailFromAllMailboxes();
        asPlatform(() -> registry.register(slug, details(first), WebhookTarget.parse(hook("old"), null)));
    }

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
        assertThatThrownBy(() -> as(stale, () -> run(() -> settings.undo(change)))).isInstanceOf(StepUpRequired.class);
        var responder = person(slug, clock.instant(), Roles.PARTNER);
        assertThatThrownBy(() -> as(responder, () -> run(() -> settings.change(Setting.LANGUAGE, "de"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(responder, settings::recent)).isInstanceOf(AccessDeniedException.class);
        var other = "other-" + slug;
        asPlatform(() -> registry.register(other, details("o@other.example"), null));
        var stranger = person(other, clock.instant(), Roles.PARTNER, Roles.PARTNER_ADMIN);
        assertThatThrownBy(() -> as(stranger, () -> run(() -> settings.undo(change)))).isInstanceOf(NotFound.class);
        assertThat(as(stranger, settings::recent)).isEmpty();
        assertThat(as(stranger, settings::mine)).as("it takes no webhooks").doesNotContainKey(Setting.ENDPOINT);
    }

    @Test
    @UseCase({"UC-027/1", "UC-027/2"})
    void a_wrong_value_changes_nothing() {
        for (var url : List.of("https://127.0.0.1/x", "https://0177.0.0.1/x", "http://a.example/x", "https://[::1]/", "")) {
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
        assertThat(jdbc.sql("select count(*) from setting_mail where ended_at is null").query(Long.class).single())
                .isEqualTo(1);
        var rows = jdbc.sql("select c::text || m::text from setting_change c join setting_mail m on change_id = c.id")
                .query(String.class)
                .list();
        assertThat(rows).noneMatch(row -> row.contains("geheim") || row.contains(first));
        var queue = jdbc.sql("select convert_from(task_data, 'UTF8') from scheduled_tasks where task_name = 'setting-mail'")
                .query(String.class)
                .list();
        assertThat(queue).isNotEmpty().noneMatch(row -> row.contains("geheim") || row.contains("@"));
        var mail = post().getFirst();
        assertThat(text(mail)).doesNotContain("geheim").contains("https://portal.example/undo/");
        assertThat(admin(settings::mine).get(Setting.ENDPOINT)).doesNotContain("geheim");
        leaves.exactlyOne("setting-undone", () -> undo(newest()));
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
        assertThat(mails.stream().map(SettingsModuleTest::to))
                .containsExactlyInAnyOrder(first, "intruder@elsewhere.example", "second@elsewhere.example");
        assertThat(mails).allSatisfy(mail -> assertThat(LINK.matcher(text(mail)).find())
                .as("link to %s", to(mail))
                .isEqualTo(to(mail).equals(first)));
    }

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
        assertThat(links.look(secret)).hasValueSatisfying(state -> assertThat(state.later()).isEqualTo(1));
        assertThat(links.undo(secret)).contains(Outcome.DONE);
        assertThat(endpoint()).isEqualTo(hook("old"));
        assertThat(admin(settings::recent)).filteredOn(CompanySettings.Recent::undoable)
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
        var mails = post().stream().filter(mail -> !LINK.matcher(text(mail)).find()).toList();
        assertThat(mails.stream().map(SettingsModuleTest::to)).contains(first, "new@" + slug + ".example");
        assertThatThrownBy(() -> undo(change)).isInstanceOf(Conflict.class);
    }

    @Test
    @UseCase("UC-027/1")
    void mails_speak_the_language_that_was_chosen() {
        change(Setting.LANGUAGE, "de");
        assertThat(directory.partner(company()).mailLanguage().map(Object::toString)).contains("de");
        assertThat(text(post().getFirst())).contains("Sprache");
    }

    private String other(Setting setting) {
        return switch (setting) {
            case ENDPOINT -> hook("other");
            case SIGNING_KEY -> KEY;
            case CONTACT -> "other@" + slug + ".example";
            case LANGUAGE -> "de";
        };
    }

    private void change(Setting setting, @Nullable String value) {
        admin(() -> run(() -> settings.change(setting, value)));
        clock.advance(Duration.ofSeconds(1));
    }

    private void undo(UUID change) {
        admin(() -> run(() -> settings.undo(change)));
    }

    private void refused(Setting setting, @Nullable String value) {
        assertThatThrownBy(() -> change(setting, value)).isInstanceOf(RuleViolation.class);
    }

    private UUID newest() {
        return admin(settings::recent).getFirst().id();
    }

    private Standing standing(String secret) {
        return links.look(secret).orElseThrow().standing();
    }

    private PartnerId company() {
        return directory.bySlug(slug).orElseThrow().id();
    }

    private String endpoint() {
        return endpoints.of(company()).orElseThrow().url().toString();
    }

    private String hook(String path) {
        return "https://hooks." + slug + ".example/" + path;
    }

    /** Writes all mails that wait; returns all that have come. */
    private List<MimeMessage> post() {
        jdbc.sql("select id from setting_mail where ended_at is null")
                .query(UUID.class)
                .list()
                .forEach(clerk::write);
        return Arrays.asList(MAIL.getReceivedMessages());
    }

    private String secret(List<MimeMessage> mails) {
        return mails.stream()
                .flatMap(mail -> Stream.of(LINK.matcher(text(mail))))
                .filter(found -> found.find())
                .map(found -> found.group(1))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static String text(MimeMessage mail) {
        return GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T admin(Callable<T> call) {
        return as(person(slug, clock.instant(), Roles.PARTNER, Roles.PARTNER_ADMIN), call);
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }

    private static Authentication person(String company, Instant provedAt, String... roles) {
        var token = OidcIdToken.withTokenValue("test")
                .claims(all -> all.putAll(
                        Map.of("sub", "admin-" + company, "organization", List.of(company), "acr", "2")))
                .claim("auth_time", provedAt)
                .build();
        var held = AuthorityUtils.createAuthorityList(
                Stream.of(roles).map(role -> "ROLE_" + role).toList());
        return new TestingAuthenticationToken(new DefaultOidcUser(held, token), "", held);
    }

    private static PartnerDetails details(String contact) {
        return new PartnerDetails(
                "Self",
                "Self Ltd",
                "IE",
                PartnerRole.CONTROLLER,
                new EmailAddress(contact),
                Channel.PAGE,
                Duration.ofDays(14));
    }
}
