package io.retrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** The production shape, read as a file: there is no container engine where we build. */
class ComposeTest {

    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Pattern MUST_BE_SET = Pattern.compile(".*\\$\\{[A-Z_]+:\\?}.*");

    @Test
    void two_portals_stand_behind_the_balancer_which_alone_is_open_to_the_street() throws IOException {
        assertThat(services().keySet()).contains("balancer", "portal-1", "portal-2", "postgres", "keycloak", "mail");
        services().forEach((name, service) -> {
            var ports = (List<?>) service.getOrDefault("ports", List.of());
            if (!name.equals("balancer")) {
                assertThat(ports).as(name).allMatch(port -> port.toString().startsWith("127.0.0.1:"));
            }
        });
    }

    @Test
    void every_setting_is_one_that_the_portal_knows_and_nothing_embedded_starts() throws IOException {
        var portal = new StandardEnvironment();
        portal.getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "compose-systemEnvironment", Map.copyOf(environment("portal-1"))));
        ConfigurationPropertySources.attach(portal);
        for (var name : List.of(
                "spring.datasource.url",
                "spring.mail.host",
                "retrace.keycloak.url",
                "retrace.keycloak.internal-url",
                "retrace.keycloak.portal-secret",
                "retrace.keycloak.admin-secret",
                "retrace.secret-key",
                "retrace.portal-url",
                "retrace.ledger.thumbnails",
                "retrace.journal",
                "retrace.packages.folder",
                "server.servlet.session.cookie.name",
                "server.forward-headers-strategy")) {
            assertThat(portal.getProperty(name)).as(name).isNotBlank();
        }
    }

    @Test
    void no_secret_is_written_down_or_has_a_default() throws IOException {
        for (var service : services().keySet()) {
            environment(service).forEach((name, value) -> {
                if (name.matches(".*(SECRET|SECRETKEY|PASSWORD).*")) {
                    assertThat(value.toString()).as(service + " " + name).matches(MUST_BE_SET);
                }
            });
        }
    }

    @Test
    void sessions_stay_on_one_node_and_their_cookie_on_this_host() throws IOException {
        assertThat(Files.readString(Path.of("src/main/docker/haproxy.cfg")))
                .contains("cookie one", "cookie two", "/readyz");
        assertThat(environment("portal-2"))
                .containsEntry("SERVER_SERVLET_SESSION_COOKIE_NAME", "__Host-retrace")
                .containsEntry("SERVER_SERVLET_SESSION_COOKIE_SECURE", "true");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Object> document = new Yaml().load(Files.readString(FILE));
        return (Map<String, Map<String, Object>>) Objects.requireNonNull(document.get("services"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(String service) throws IOException {
        var definition = Objects.requireNonNull(services().get(service));
        return (Map<String, Object>) definition.getOrDefault("environment", Map.of());
    }
}
