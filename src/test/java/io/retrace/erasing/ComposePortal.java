package io.retrace.erasing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/**
 * A portal as {@code docker-compose.yml} starts it: the plain jar, told everything by the environment that stands there. Only
 * addresses, folders and secrets are those of the test.
 */
final class ComposePortal {

    private final InstalledHome home;
    private final int port;

    ComposePortal(InstalledHome home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Runs until it ends by itself, with what an operator adds. */
    Outcome run(EmbeddedPostgres database, Map<String, String> added) {
        var environment = new HashMap<String, String>();
        written().forEach((name, value) -> environment.put(name, filled(value)));
        environment.put("SPRING_DATASOURCE_URL", database.getJdbcUrl("postgres", "postgres"));
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        environment.put("RETRACE_SECRETKEY", InstalledHome.SECRET_KEY);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.putAll(added);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar = Path.of("target/retrace.jar").toAbsolutePath().toString();
        return Outcome.of(List.of(java, "-Xmx512m", "-jar", jar), environment);
    }

    private String filled(String value) {
        return value.replace("${RETRACE_HOST:?}", "retrace.example")
                .replaceAll("\\$\\{[A-Z_]+:\\?}", "x")
                .replace(
                        "/var/lib/retrace-journal",
                        home.folder().resolve("journal").toString())
                .replace("/var/lib/retrace", home.folder().toString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> written() {
        try {
            Map<String, Object> file = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
            var services = (Map<String, Map<String, Object>>) Objects.requireNonNull(file.get("services"));
            var portal = Objects.requireNonNull(services.get("portal-1"));
            return (Map<String, String>) Objects.requireNonNull(portal.get("environment"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
