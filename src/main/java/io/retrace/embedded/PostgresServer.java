package io.retrace.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A real PostgreSQL that keeps its data and syncs every commit to disk. */
final class PostgresServer implements AutoCloseable {

    static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static PostgresServer start(Path home, int port) {
        var data = home.resolve("postgres").toAbsolutePath();
        stopLeftOver(data);
        Ports.requireFree(port, "PostgreSQL", "retrace.embedded.postgres-port");
        try {
            return new PostgresServer(EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            home.resolve("postgres-binaries").toFile())
                    .setRegisterShutdownHook(false) // we stop it after the last connection is closed
                    .setLocaleConfig("locale", "C.UTF-8") // the caller’s may not be installed
                    .setServerConfig("fsync", "on") // the library’s default loses commits
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start());
        } catch (IOException | IllegalStateException e) {
            throw new EmbeddedFailure(
                    "The embedded PostgreSQL did not start on port %d.".formatted(port),
                    "Read the lines above; ./retrace demo --fresh starts over, or set spring.datasource.url.",
                    e);
        }
    }

    /** A killed JVM leaves its PostgreSQL running; we hold the home’s lock, so nobody uses it any more. */
    private static void stopLeftOver(Path data) {
        pidIn(data.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(process -> LeftOver.worksIn(process, data))
                .ifPresent(process -> LeftOver.stop("PostgreSQL", process, "INT")); // INT: do not wait for sessions
    }

    private static Optional<Long> pidIn(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().trim()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
