package io.retrace.partners;

import static io.retrace.testing.Callers.asMember;
import static io.retrace.testing.Callers.asPlatform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerRegistry.Registration;
import io.retrace.partners.PartnerRegistry.Webhook;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.EmailAddress;
import io.retrace.testing.LeafCount;
import io.retrace.testing.MovableClock;
import io.retrace.testing.TestDatabase;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Keys and secrets of webhooks are replaced while messages go out. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"identity", "ledger", "requests", "obligations", "access", "evidence"})
@Import(WebhookRotationModuleTest.Time.class)
class WebhookRotationModuleTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    private PartnerRegistry registry;

    @Autowired
    private PartnerDirectory directory;

    @Autowired
    private WebhookEndpoints endpoints;

    @Autowired
    private MovableClock clock;

    @Autowired
    private DataSource dataSource;

    /** No {@code @Configuration}, so that nobody’s component scan finds it. */
    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("retrace.portal-url", () -> "https://portal.example/");
    }

    @Test
    @UseCase("UC-028/2")
    void a_new_key_signs_beside_the_one_before_for_a_week() {
        var before = webhook(register("turning", "s1"));
        var after = webhook(asPlatform(() -> registry.rotateKey("turning")));
        assertThat(after.publicKey()).isNotEqualTo(before.publicKey());
        assertThat(after.formerKey()).isEqualTo(before.publicKey());
        assertThat(after.formerUntil()).isEqualTo(clock.instant().plus(WEEK));
        assertThat(endpoint("turning").keys()).hasSize(2);
        clock.advance(WEEK.minusSeconds(1));
        assertThat(endpoint("turning").keys()).hasSize(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(endpoint("turning").keys()).hasSize(1);
        var ended = webhook(asPlatform(() -> registry.partner("turning")));
        assertThat(ended.publicKey()).isEqualTo(after.publicKey());
        assertThat(ended.formerKey()).isNull();
    }

    @Test
    @UseCase("UC-028/3")
    void a_third_key_is_not_made_while_two_sign() {
        register("twice", "s1");
        asPlatform(() -> registry.rotateKey("twice"));
        assertThatThrownBy(() -> asPlatform(() -> registry.rotateKey("twice"))).isInstanceOf(Conflict.class);
        clock.advance(WEEK);
        assertThat(webhook(asPlatform(() -> registry.rotateKey("twice"))).formerKey())
                .isNotNull();
    }

    @Test
    @UseCase("UC-028/2")
    void a_new_secret_signs_beside_the_one_before_for_a_week() {
        register("sharing", "s1");
        register("sharing", "s2");
        assertThat(endpoint("sharing").secrets()).containsExactly(secret("s2"), secret("s1"));
        register("sharing", "s2");
        assertThat(endpoint("sharing").secrets())
                .as("repeating changes nothing")
                .hasSize(2);
        clock.advance(WEEK);
        assertThat(endpoint("sharing").secrets()).containsExactly(secret("s2"));
        register("sharing", null);
        assertThat(endpoint("sharing").secrets()).as("who wants none has none").isEmpty();
    }

    @Test
    @UseCase("UC-028/3")
    void a_second_new_secret_drops_the_oldest_at_once() {
        register("losing", "s1");
        register("losing", "s2");
        register("losing", "s3");
        assertThat(endpoint("losing").secrets()).containsExactly(secret("s3"), secret("s2"));
    }

    @Test
    void what_is_replaced_stays_sealed() {
        register("sealing", "s1");
        register("sealing", "s2");
        asPlatform(() -> registry.rotateKey("sealing"));
        var row = JdbcClient.create(dataSource)
                .sql("select w::text from webhook_endpoint w join partner on no = partner_no where slug = 'sealing'")
                .query(String.class)
                .single();
        for (var key : endpoint("sealing").keys()) {
            assertThat(row).doesNotContain(HexFormat.of().formatHex(key.getEncoded()));
        }
        for (var secret : endpoint("sealing").secrets()) {
            assertThat(row).doesNotContain(HexFormat.of().formatHex(secret));
        }
    }

    @Test
    void is_on_record_and_for_the_platform_only() {
        register("recorded", "s1");
        new LeafCount(dataSource)
                .exactlyOne("webhook-key-rotated", () -> asPlatform(() -> registry.rotateKey("recorded")));
        assertThatThrownBy(() -> asPlatform(() -> registry.rotateKey("nobody"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> asMember("m", () -> registry.rotateKey("recorded")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private Registration register(String slug, @Nullable String secret) {
        var details = new PartnerDetails(
                slug,
                slug + " Ltd",
                "IE",
                PartnerRole.CONTROLLER,
                new EmailAddress("privacy@" + slug + ".example"),
                Channel.WEBHOOK,
                Duration.ofDays(14));
        var target = WebhookTarget.parse(
                "https://" + slug + ".example/hook",
                secret == null ? null : "whsec_" + Base64.getEncoder().encodeToString(secret(secret)));
        return asPlatform(() -> registry.register(slug, details, target));
    }

    private WebhookEndpoint endpoint(String slug) {
        return endpoints.of(directory.bySlug(slug).orElseThrow().id()).orElseThrow();
    }

    private static Webhook webhook(Registration registration) {
        return Objects.requireNonNull(registration.webhook());
    }

    private static byte[] secret(String name) {
        return (name + " is a secret of more than 24 bytes").getBytes(StandardCharsets.UTF_8);
    }
}
