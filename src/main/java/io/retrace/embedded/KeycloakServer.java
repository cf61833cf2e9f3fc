package io.retrace.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** A real Keycloak as a child process, with the committed realm. */
final class KeycloakServer implements AutoCloseable {

    static final String FOLDER = "keycloak-26.7.3";

    private static final Duration PATIENCE = Duration.ofMinutes(9);

    private final Process process;
    private final int port;
    private final Path log;
    private final Path complete;

    private KeycloakServer(Process process, int port, Path log, Path complete) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.complete = complete;
    }

    static KeycloakServer start(EmbeddedSettings settings, Map<String, String> environment) {
        var home = settings.keycloakHome().toAbsolutePath();
        if (!Files.isExecutable(home.resolve("bin/kc.sh"))) {
            throw new EmbeddedFailure(
                    "There is no Keycloak in %s.".formatted(settings.keycloakHome()),
                    "Start with ./retrace demo, which fetches one, or set retrace.keycloak.url.");
        }
        LeftOver.in(home).forEach(process -> LeftOver.stop("Keycloak", process, "TERM"));
        Ports.requireFree(settings.keycloakPort(), "Keycloak", "retrace.embedded.keycloak-port");
        try {
            var complete = forgetHalfMade(home.resolve("data"));
            var log = Files.createDirectories(settings.home().resolve("logs")).resolve("keycloak.log");
            var builder = new ProcessBuilder(
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + settings.keycloakPort(),
                            "--hostname=" + url(settings.keycloakPort()))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var process = builder.start();
            return new KeycloakServer(process, settings.keycloakPort(), log, complete);
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "Keycloak could not be started.", "Set retrace.keycloak.url to one that runs.", e);
        }
    }

    /** A first start that was cut off leaves half a database, which Keycloak can neither use nor mend. */
    private static Path forgetHalfMade(Path data) throws IOException {
        var complete = data.resolve("complete");
        if (!Files.exists(complete)) FileSystemUtils.deleteRecursively(data.resolve("h2"));
        return complete;
    }

    /** Where browsers and we reach it. */
    String url() {
        return url(port);
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }

    /** Waits until the realm is imported and answers. */
    void awaitReady() throws InterruptedException {
        var question = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%d/realms/retrace/.well-known/openid-configuration".formatted(port)))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client, question)) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    throw new EmbeddedFailure(
                            "Keycloak did not become ready on port %d.".formatted(port),
                            "Read %s; ./retrace demo --fresh starts over.".formatted(log));
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            }
            Files.writeString(complete, "The realm is imported.\n");
        } catch (IOException e) {
            throw new EmbeddedFailure("%s cannot be written.".formatted(complete), "Make it writable.", e);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        var family = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(15, TimeUnit.SECONDS)) process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
