package io.retrace.partners;

import static io.retrace.testing.Callers.asMember;
import static io.retrace.testing.Callers.asPlatform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerRegistry.Registration;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.EmailAddress;
import io.retrace.testing.LeafCount;
import io.retrace.testing.TestDatabase;
import io.retrace.testing.UseCase;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"identity", "ledger", "requests", "obligations", "access", "evidence"})
class RegistryModuleTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Autowired
    private PartnerRegistry registry;

    @Autowired
    private PartnerDirectory directory;

    @Autowired
    private WebhookEndpoints endpoints;

    @Autowired
    private StoredRegistry stored;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource dataSource;

    private JdbcClient jdbc;
    private LeafCount leaves;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("retrace.portal-url", () -> "https://portal.example/");
    }

    @BeforeEach
    void connect() {
        jdbc = JdbcClient.create(dataSource);
        leaves = new LeafCount(dataSource);
    }

    @Test
    void each_real_change_leaves_one_leaf_and_a_repetition_none() {
        leaves.exactlyOne("partner-registered", () -> register("one", "One", null));
        leaves.none(() -> register("one", "One", null));
        leaves.exactlyOne("partner-changed", () -> register("one", "One and Only", null));
        leaves.exactlyOne("partner-changed", () -> register("one", "One and Only", target(SECRET)));
        leaves.none(() -> register("one", "One and Only", target(SECRET)));
        leaves.exactlyOne("partner-changed", () -> register("one", "One and Only", target(null)));
        leaves.exactlyOne("partner-changed", () -> register("one", "One and Only", null));
        leaves.exactlyOne("purpose-registered", () -> purpose("testing", false));
        leaves.none(() -> purpose("testing", false));
        leaves.exactlyOne("purpose-changed", () -> purpose("testing", true));
    }

    @Test
    void the_key_that_is_told_verifies_what_the_stored_one_signs() throws GeneralSecurityException {
        var told = webhookKey(register("signer", "Signer", target(SECRET)));
        var endpoint =
                endpoints.of(directory.bySlug("signer").orElseThrow().id()).orElseThrow();
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(endpoint.keys().getFirst());
        signer.update(new byte[] {1, 2, 3});
        var signature = signer.sign();
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(spki(Base64.getDecoder().decode(told.substring(5))))));
        verifier.update(new byte[] {1, 2, 3});
        assertThat(verifier.verify(signature)).isTrue();
        assertThat(endpoint.secrets())
                .singleElement()
                .isEqualTo(Base64.getDecoder().decode(SECRET.substring(6)));
        assertThat(webhookKey(register("signer", "Signer", WebhookTarget.parse("https://new.example/", SECRET))))
                .as("the key stays when the address changes")
                .isEqualTo(told);
    }

    @Test
    void keys_and_secrets_are_sealed_at_rest_and_never_told_again() {
        register("sealed", "Sealed", target(SECRET));
        var row = jdbc.sql("""
                        select encode(private_key, 'hex') || encode(secret, 'hex') from webhook_endpoint
                        where partner_no = (select no from partner where slug = 'sealed')""").query(String.class).single();
        var endpoint =
                endpoints.of(directory.bySlug("sealed").orElseThrow().id()).orElseThrow();
        assertThat(row)
                .doesNotContain(
                        HexFormat.of().formatHex(endpoint.keys().getFirst().getEncoded()));
        assertThat(row)
                .doesNotContain(HexFormat.of().formatHex(Base64.getDecoder().decode(SECRET.substring(6))));
        assertThat(endpoint.toString()).doesNotContain("PrivateKey");
        assertThat(asPlatform(() -> registry.partner("sealed")).webhook())
                .isNotNull()
                .satisfies(webhook -> assertThat(webhook.signedWithSecret()).isTrue());
    }

    @Test
    void a_second_node_learns_of_a_change_at_once_if_it_looks_for_the_new_and_soon_if_not() {
        var other = new CachedDirectory(stored);
        register("elder", "Elder", null);
        assertThat(other.bySlug("elder")).isPresent();
        register("younger", "Younger", null);
        assertThat(other.bySlug("younger")).isPresent();
        register("elder", "Renamed", null);
        assertThat(directory.bySlug("elder").orElseThrow().name()).isEqualTo("Renamed");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(other.bySlug("elder").orElseThrow().name()).isEqualTo("Renamed"));
    }

    @Test
    void what_is_rolled_back_was_never_registered() {
        transaction.executeWithoutResult(status -> {
            register("ghost", "Ghost", null);
            assertThat(directory.bySlug("ghost")).isPresent();
            status.setRollbackOnly();
        });
        assertThat(directory.bySlug("ghost")).isEmpty();
        assertThatThrownBy(() -> asPlatform(() -> registry.partner("ghost"))).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.company.example/x",
                "https://user@hooks.company.example/x",
                "https://user:pass@hooks.company.example/x",
                "https:///x",
                "https:hooks",
                "/relative",
                "ftp://hooks.company.example/",
                "https://localhost/x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://hooks.company.example/x#part",
                "https://not a host/"
            })
    void an_address_that_breaks_the_rules_is_refused_by_name(String url) {
        refused("webhook.url", () -> register("refused", "Refused", WebhookTarget.parse(url, null)));
        assertThat(directory.bySlug("refused")).isEmpty();
    }

    @Test
    void a_field_that_breaks_a_rule_is_refused_by_name() {
        refused("webhook.url", () -> WebhookTarget.parse("https://a.example/" + "x".repeat(2_000), null));
        refused("webhook.secret", () -> WebhookTarget.parse("https://a.example/", "whsec_c2hvcnQ="));
        refused("webhook.secret", () -> WebhookTarget.parse("https://a.example/", "secret"));
        refused("slug", () -> register("Not-A-Slug", "Name", null));
        refused("name", () -> register("name", " ", null));
        refused("name", () -> register("name", "Reversed \u202e name", null));
        refused("name", () -> register("name", "n".repeat(201), null));
        refused("country", () -> details("Name", "XX", Channel.PAGE));
        refused(
                "webhook",
                () -> asPlatform(() -> registry.register("hook", details("Hook", "DE", Channel.WEBHOOK), null)));
        refused("iri", () -> new PurposeDetails("code", false, false, "not an iri"));
    }

    @Test
    void only_the_platform_registers() {
        assertThatThrownBy(() -> asMember("m-1", () -> registry.partner("one")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @UseCase("UC-015/15")
    void a_contract_owner_is_named_kept_and_taken_away() {
        var owner = new EmailAddress("contracts@platform.example");
        var with = new PartnerDetails(
                "Owned", "Legal Ltd", "DE", PartnerRole.PROCESSOR, owner, Channel.PAGE, Duration.ofDays(14), owner);
        var without = new PartnerDetails(
                "Owned", "Legal Ltd", "DE", PartnerRole.PROCESSOR, owner, Channel.PAGE, Duration.ofDays(14));
        leaves.exactlyOne("partner-registered", () -> asPlatform(() -> registry.register("owned", with, null)));
        leaves.none(() -> asPlatform(() -> registry.register("owned", with, null)));
        assertThat(directory.bySlug("owned").orElseThrow().contractOwner()).isEqualTo(owner);
        leaves.exactlyOne("partner-changed", () -> asPlatform(() -> registry.register("owned", without, null)));
        assertThat(directory.bySlug("owned").orElseThrow().contractOwner()).isNull();
    }

    private Registration register(String slug, String name, @Nullable WebhookTarget target) {
        return asPlatform(() -> registry.register(slug, details(name, "DE", Channel.PAGE), target));
    }

    private Purpose purpose(String code, boolean trains) {
        return asPlatform(
                () -> registry.register(new PurposeDetails(code, trains, false, "https://w3id.org/dpv#Purpose")));
    }

    private static PartnerDetails details(String name, String country, Channel channel) {
        return new PartnerDetails(
                name,
                "Legal Ltd",
                country,
                PartnerRole.PROCESSOR,
                new EmailAddress("privacy@company.example"),
                channel,
                Duration.ofDays(14));
    }

    private static WebhookTarget target(@Nullable String secret) {
        return WebhookTarget.parse("https://hooks.company.example/erasure", secret);
    }

    private static String webhookKey(Registration registration) {
        var webhook = registration.webhook();
        if (webhook == null) throw new AssertionError("no webhook");
        return webhook.publicKey();
    }

    private static byte[] spki(byte[] raw) {
        var prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        return ByteBuffer.allocate(44).put(prefix).put(raw).array();
    }

    private static void refused(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
