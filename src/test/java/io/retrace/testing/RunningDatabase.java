package io.retrace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL of a {@link RunningRetrace}, to read what is really stored, and to hurt it. */
public final class RunningDatabase {

    private final RunningRetrace retrace;

    public RunningDatabase(RunningRetrace retrace) {
        this.retrace = retrace;
    }

    /** Opens a connection for every statement, so that it works again as soon as the server does. */
    public JdbcClient jdbc() {
        var server = new PGSimpleDataSource();
        server.setUrl("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(retrace.postgresPort()));
        server.setUser("postgres");
        return JdbcClient.create(server);
    }

    /** Stops every server process at once, as a power cut would, and lets it recover from its log; returns when it answers. */
    public void crashAndRecover() {
        crashAndRecover(
                pgCtl(), retrace.home().resolve("postgres"), retrace.home().resolve("logs/postgres-restart.log"));
    }

    static void crashAndRecover(Path pgCtl, Path data, Path log) {
        run(
                pgCtl.toString(),
                "--pgdata",
                data.toString(),
                "--mode",
                "immediate",
                "--wait",
                "--log",
                log.toString(),
                "restart");
    }

    private Path pgCtl() {
        try (var files = Files.find(
                retrace.home().resolve("postgres-binaries"), 3, (file, facts) -> file.endsWith("bin/pg_ctl"))) {
            return files.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL refuses to be run by root; in a user namespace of its own it is not. */
    private static void run(String... command) {
        var words = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) words.addAll(List.of("unshare", "-U"));
        words.addAll(List.of(command));
        try {
            var output = Files.createTempFile(Path.of("target"), "pg_ctl", ".log");
            var process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) process.destroyForcibly();
            if (process.waitFor() != 0) throw new IllegalStateException(Files.readString(output));
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
