package io.retrace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built jar with everything around it, started the way a newcomer does: {@code ./retrace demo --detach}, on other
 * ports, in a folder of its own, with a little demo data. All journeys of a run share one. With
 * {@code -Dretrace.test.home=.retrace} they use a demo that runs already, which is quicker while writing a journey.
 */
public final class RunningRetrace {

    private static final Path LAUNCHER = Path.of("retrace").toAbsolutePath();

    private final Path home;
    private final JsonNode facts;

    private RunningRetrace(Path home, JsonNode facts) {
        this.home = home;
        this.facts = facts;
    }

    /** The one of this run; the first call starts it, the end of the run stops it. */
    public static RunningRetrace shared() {
        return Shared.INSTANCE;
    }

    /** Address of the portal, without a slash at the end. */
    public String portal() {
        return facts.get("portal").asString();
    }

    /** Address of the page that shows mails. */
    public String mailbox() {
        return facts.get("mailbox").asString();
    }

    /** Address of Keycloak. */
    public String keycloak() {
        return facts.get("keycloak").asString();
    }

    /** Where API clients get their tokens. */
    public String tokenUrl() {
        return facts.get("token_url").asString();
    }

    /** Folder of its data: {@code mail/*.eml}, {@code logs/*.log}, {@code secrets.properties}. */
    public Path home() {
        return home;
    }

    /** Everybody’s password. */
    public String password() {
        return facts.get("accounts").get(0).get("password").asString();
    }

    /** Secret of an API client such as {@code platform} or {@code company-lumen-vision}. */
    public String clientSecret(String clientId) {
        return facts.get("api_clients")
                .valueStream()
                .filter(client -> client.get("client_id").asString().equals(clientId))
                .map(client -> client.get("client_secret").asString())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no API client " + clientId));
    }

    /** Process id of the portal, for tests that hurt it. */
    public ProcessHandle portalProcess() {
        return ProcessHandle.of(facts.get("pids").get("portal").asLong()).orElseThrow();
    }

    private static RunningRetrace start() {
        var running = System.getProperty("retrace.test.home");
        if (running != null) return in(Path.of(running));
        var home = Path.of("target/running-retrace").toAbsolutePath();
        launcher(home, "stop"); // left over from a run that was killed
        launcher(home, "demo", "--fresh", "--detach");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> launcher(home, "stop")));
        return in(home);
    }

    private static RunningRetrace in(Path home) {
        try {
            return new RunningRetrace(home, JsonMapper.shared().readTree(Files.readString(home.resolve("demo.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void launcher(Path home, String... arguments) {
        try {
            Files.createDirectories(home);
            var log = home.resolve("launcher-" + arguments[0] + ".log");
            var command = new ProcessBuilder(LAUNCHER.toString()).redirectErrorStream(true);
            command.command().addAll(List.of(arguments));
            command.redirectOutput(log.toFile()).environment().putAll(environment(home));
            var process = command.start();
            if (!process.waitFor(8, TimeUnit.MINUTES)) process.destroy();
            if (process.exitValue() != 0) throw new IllegalStateException(Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> environment(Path home) {
        int base = FreePorts.BASE;
        var environment = new HashMap<String, String>();
        environment.put("RETRACE_HOME", home.toString());
        environment.put(
                "RETRACE_JAR", Path.of("target/retrace.jar").toAbsolutePath().toString());
        environment.put("RETRACE_SEED", System.getProperty("retrace.test.seed", "small"));
        environment.put("RETRACE_PORTAL_PORT", Integer.toString(base));
        environment.put("RETRACE_KEYCLOAK_PORT", Integer.toString(base + 1));
        environment.put("RETRACE_MAILBOX_PORT", Integer.toString(base + 2));
        environment.put("RETRACE_SMTP_PORT", Integer.toString(base + 3));
        environment.put("RETRACE_POSTGRES_PORT", Integer.toString(base + 4));
        environment.put("RETRACE_COMPANIES_PORT", Integer.toString(base + 10));
        return environment;
    }

    private static final class Shared {
        static final RunningRetrace INSTANCE = start();
    }
}
