package io.retrace.partners;

import static io.retrace.testing.Callers.as;
import static io.retrace.testing.Callers.asPlatform;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.retrace.identity.Roles;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.SettingUndo.Standing;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.EmailAddress;
import io.retrace.testing.MovableClock;
import io.retrace.testing.TestDatabase;
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
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A company of its own for each test, with an admin, and the mails that it gets. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"identity", "ledger", "requests", "obligations", "access", "evidence"})
@Import(SettingsCase.Time.class)
@DirtiesContext // a later context takes over where the caller is read from
abstract class SettingsCase {

    static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    static final Pattern LINK = Pattern.compile("https://portal\\.example/undo/([A-Za-z0-9_-]{32})");
    static final String KEY = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="; // RFC 8032 §7.1, test 1

    @Autowired
    PartnerRegistry registry;

    @Autowired
    CompanySettings settings;

    @Autowired
    SettingUndo links;

    @Autowired
    SettingClerk clerk;

    @Autowired
    SettingForgetting forgetting;

    @Autowired
    PartnerDirectory directory;

    @Autowired
    SigningKeys keys;

    @Autowired
    WebhookEndpoints endpoints;

    @Autowired
    MovableClock clock;

    @Autowired
    DataSource dataSource;

    String slug = "";
    String first = "";
    JdbcClient jdbc;

    /** No {@code @Configuration}, so that nobody’s component scan finds it. */
    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        if (!MAIL.isRunning()) MAIL.start(); // and not stopped: the next class uses it, too
        TestDatabase.register(registry);
        registry.add("retrace.portal-url", () -> "https://portal.example");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @BeforeEach
    void register() throws Exception {
        slug = "self-" + UUID.randomUUID().toString().substring(0, 8); // a company of its own for each test
        first = "privacy@" + slug + ".example";
        jdbc = JdbcClient.create(dataSource);
        jdbc.sql("update setting_mail set ended_at = now(), ending = 'SENT', address = null where ended_at is null")
                .update();
        MAIL.purgeEmailFromAllMailboxes();
        asPlatform(() -> registry.register(slug, details(first), WebhookTarget.parse(hook("old"), null)));
    }

    String other(Setting setting) {
        return switch (setting) {
            case ENDPOINT -> hook("other");
            case SIGNING_KEY -> KEY;
            case CONTACT -> "other@" + slug + ".example";
            case LANGUAGE -> "de";
        };
    }

    void change(Setting setting, @Nullable String value) {
        admin(() -> run(() -> settings.change(setting, value)));
        clock.advance(Duration.ofSeconds(1));
    }

    void undo(UUID change) {
        admin(() -> run(() -> settings.undo(change)));
    }

    void refused(Setting setting, @Nullable String value) {
        assertThatThrownBy(() -> change(setting, value)).isInstanceOf(RuleViolation.class);
    }

    UUID newest() {
        return admin(settings::recent).getFirst().id();
    }

    Standing standing(String secret) {
        return links.look(secret).orElseThrow().standing();
    }

    PartnerId company() {
        return directory.bySlug(slug).orElseThrow().id();
    }

    String endpoint() {
        return endpoints.of(company()).orElseThrow().url().toString();
    }

    String hook(String path) {
        return "https://hooks." + slug + ".example/" + path;
    }

    /** Writes all mails that wait; returns all that have come. */
    List<MimeMessage> post() {
        jdbc.sql("select id from setting_mail where ended_at is null")
                .query(UUID.class)
                .list()
                .forEach(clerk::write);
        return Arrays.asList(MAIL.getReceivedMessages());
    }

    String secret(List<MimeMessage> mails) {
        return mails.stream()
                .flatMap(mail -> Stream.of(LINK.matcher(text(mail))))
                .filter(found -> found.find())
                .map(found -> found.group(1))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    static String text(MimeMessage mail) {
        return GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
    }

    static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T admin(Callable<T> call) {
        return as(person(slug, clock.instant(), Roles.PARTNER, Roles.PARTNER_ADMIN), call);
    }

    static boolean run(Runnable action) {
        action.run();
        return true;
    }

    static Authentication person(String company, Instant provedAt, String... roles) {
        var token = OidcIdToken.withTokenValue("test")
                .claims(all ->
                        all.putAll(Map.of("sub", "admin-" + company, "organization", List.of(company), "acr", "2")))
                .claim("auth_time", provedAt)
                .build();
        var held = AuthorityUtils.createAuthorityList(
                Stream.of(roles).map(role -> "ROLE_" + role).toList());
        return new TestingAuthenticationToken(new DefaultOidcUser(held, token), "", held);
    }

    static PartnerDetails details(String contact) {
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
