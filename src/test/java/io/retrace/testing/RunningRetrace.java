package io.retrace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built jar with everything around it, started the way a newcomer does: {@code ./retrace demo --detach}, on other
 * ports, in a folder of its own, with a little demo data. All journeys of a run share one; tests that hurt it have their own.
 * With {@code -Dretrace.test.home=.retrace} (or {@code -Dretrace.test.fault-home}) they use a demo that runs already, which
 * is quicker while writing a journey.
 */
public final class RunningRetrace implements AutoCloseable {

    private static final Path LAUNCHER = Path.of("retrace").toAbsolutePath();

    private final Path home;
    private final boolean ours;
    private final Map<String, String> settings;
    private JsonNode facts;

    private RunningRetrace(Path home, boolean ours, Map<String, String> settings) {
        this.home = home;
        this.ours = ours;
        this.settings = settings;
        this.facts = read(home);
    }

    /** The one of this run; the first call starts it, the end of the run stops it. */
    public static RunningRetrace shared() {
        return Shared.INSTANCE;
    }

    /** One for a test that kills it, and would wait long for the leases of the dead otherwise; its owner closes it. */
    public static RunningRetrace ownForFaults() {
        return start("retrace.test.fault-home", "target/faulty-retrace", Map.of("DBSCHEDULER_HEARTBEATINTERVAL", "3s"));
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

    /** Port of its PostgreSQL, where everybody on this machine is let in as {@code postgres}. */
    int postgresPort() {
        return facts.get("ports").get("postgres").asInt();
    }

    /** The portal’s process, for tests that hurt it. */
    public ProcessHandle portalProcess() {
        return ProcessHandle.of(facts.get("pids").get("portal").asLong()).orElseThrow();
    }

    /** Starts it again on the same data after its portal was killed; the launcher first stops what the portal left behind. */
    public void restart() {
        var ports = new LinkedHashMap<String, Integer>();
        facts.get("ports")
                .propertyStream()
                .forEach(port -> ports.put(port.getKey(), port.getValue().asInt()));
        var environment = ports(ports);
        environment.putAll(settings);
        launcher(home, environment, "demo", "--detach");
        facts = read(home);
    }

    @Override
    public void close() {
        if (ours) launcher(home, Map.of(), "stop");
    }

    private static RunningRetrace start(String property, String folder, Map<String, String> settings) {
        var running = System.getProperty(property);
        if (running != null) return new RunningRetrace(Path.of(running).toAbsolutePath(), false, settings);
        var home = Path.of(folder).toAbsolutePath();
        launcher(home, Map.of(), "stop"); // left over from a run that was killed
        var environment = ports(FreePorts.forOne());
        environment.putAll(settings);
        launcher(home, environment, "demo", "--fresh", "--detach");
        var retrace = new RunningRetrace(home, true, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(retrace::close));
        return retrace;
    }

    private static JsonNode read(Path home) {
        try {
            return JsonMapper.shared().readTree(Files.readString(home.resolve("demo.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void launcher(Path home, Map<String, String> environment, String... arguments) {
        try {
            Files.createDirectories(home);
            var log = home.resolve("launcher-" + arguments[0] + ".log");
            var command = new ProcessBuilder(LAUNCHER.toString()).redirectErrorStream(true);
            command.command().addAll(List.of(arguments));
            command.redirectOutput(log.toFile()).environment().putAll(environment);
            command.environment().putAll(place(home));
            var process = command.start();
            if (!process.waitFor(8, TimeUnit.MINUTES)) process.destroy();
            if (process.waitFor() != 0) throw new IllegalStateException(Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> place(Path home) {
        return Map.of(
                "RETRACE_HOME", home.toString(),
                "RETRACE_JAR", Path.of("target/retrace.jar").toAbsolutePath().toString(),
                "RETRACE_SEED", System.getProperty("retrace.test.seed", "small"));
    }

    private static Map<String, String> ports(Map<String, Integer> ports) {
        var environment = new HashMap<String, String>();
        ports.forEach((name, port) ->
                environment.put("RETRACE_" + name.toUpperCase(Locale.ROOT) + "_PORT", Integer.toString(port)));
        return environment;
    }

    private static final class Shared {
        static final RunningRetrace INSTANCE = start("retrace.test.home", "target/running-retrace", Map.of());
    }
}
