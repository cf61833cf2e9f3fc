package io.retrace.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.delivery.opendsr.ProcessorKeys;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerRegistry.Registration;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.EmailAddress;
import io.retrace.testing.TestDatabase;
import io.retrace.testing.UseCase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"identity", "ledger", "requests", "obligations", "access", "evidence"})
class OpenDsrRegistryModuleTest {

    private static final ProcessorKeys LUMEN = ProcessorKeys.usual();
    private static final URI URL = URI.create("https://opendsr.lumen.example/v2");

    @Autowired
    private PartnerRegistry registry;

    @Autowired
    private OpenDsrEndpoints endpoints;

    @Autowired
    private DataSource dataSource;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("retrace.portal-url", () -> "https://portal.example/");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void it_is_registered_as_written_and_its_credentials_are_sealed() {
        var target = new OpenDsrTarget(URL, LUMEN.certificate(), null, "Basic c2VjcmV0OndvcmQ=");
        var registered = register("lumen", target);
        assertThat(registered.openDsr()).isEqualTo(target);
        assertThat(endpoints.of(registered.partner().id())).contains(target);
        assertThat(endpoints.atDomain(LUMEN.domain()))
                .contains(registered.partner().id());
        var sealed = JdbcClient.create(dataSource)
                .sql("select authorization_header from partner_opendsr where partner_no = ?")
                .param(registered.partner().id().value())
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("c2VjcmV0");
        assertThat(target.toString()).doesNotContain("c2VjcmV0");
        assertThat(register("lumen", null).openDsr()).isNull();
    }

    @Test
    @UseCase("UC-017/10")
    void only_what_can_be_relied_on_is_registered() {
        assertThatThrownBy(() -> register("other", null, Channel.OPENDSR)).isInstanceOf(RuleViolation.class);
        refused(URI.create("https://elsewhere.example/v2"), LUMEN.certificate());
        refused(URI.create("http://opendsr.lumen.example/v2"), LUMEN.certificate());
        refused(URI.create("https://opendsr.lumen.example/v2?x"), LUMEN.certificate());
        refused(
                URI.create("https://opendsr.other.example/v2"),
                new ProcessorCertificate("opendsr.other.example", LUMEN.path()));
        register("first", new OpenDsrTarget(URL, LUMEN.certificate(), null, null));
        refused(URL, LUMEN.certificate()); // somebody else’s domain
        register("first", null);
    }

    private void refused(URI url, ProcessorCertificate certificate) {
        assertThatThrownBy(() -> register("refused", new OpenDsrTarget(url, certificate, null, null)))
                .isInstanceOf(RuleViolation.class);
    }

    private Registration register(String slug, @Nullable OpenDsrTarget target) {
        return register(slug, target, target == null ? Channel.PAGE : Channel.OPENDSR);
    }

    private Registration register(String slug, @Nullable OpenDsrTarget target, Channel channel) {
        var details = new PartnerDetails(
                slug,
                slug,
                "IE",
                PartnerRole.PROCESSOR,
                new EmailAddress("privacy@" + slug + ".example"),
                channel,
                Duration.ofDays(14));
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("feed", "", "ROLE_platform"));
        return registry.register(slug, details, null, null, target);
    }
}
