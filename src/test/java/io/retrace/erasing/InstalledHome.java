package io.retrace.erasing;

import io.retrace.testing.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A folder as {@code ./retrace} keeps it, with its PostgreSQL, and a cold backup of both. */
final class InstalledHome {

    static final String SECRET_KEY = Base64.getEncoder().encodeToString("a key of thirty-two bytes, fixed".getBytes());

    /** Everything but the journal, which a backup must not contain. */
    private static final List<String> PARTS = List.of("postgres", "thumbnails", "company-files", "packages");

    private final Path folder;
    private final int port;

    InstalledHome(Path folder) throws IOException {
        this.folder = folder;
        this.port = Objects.requireNonNull(FreePorts.forOne().get("postgres"));
        Files.writeString(folder.resolve("secrets.properties"), "retrace.secret-key=" + SECRET_KEY + "\n");
    }

    Path folder() {
        return folder;
    }

    int postgresPort() {
        return port;
    }

    Path journal() {
        return folder.resolve("journal/erasures");
    }

    /** Its PostgreSQL, as the portal would start it. */
    EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder.resolve("postgres"))
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            folder.resolve("postgres-binaries").toFile())
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", "60")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of a portal on this folder and that database, in the place of those of a test database. */
    Map<String, String> settings(Map<String, String> others, EmbeddedPostgres database) {
        var settings = new LinkedHashMap<>(others);
        settings.put("spring.datasource.url", database.getJdbcUrl("postgres", "postgres"));
        settings.put("retrace.secret-key", SECRET_KEY);
        settings.put("retrace.journal", journal().toString());
        settings.put("retrace.ledger.thumbnails", folder.resolve("thumbnails").toString());
        settings.put("retrace.access.files", folder.resolve("company-files").toString());
        settings.put("retrace.packages.folder", folder.resolve("packages").toString());
        return settings;
    }

    /** Copies everything but the journal away; nothing may be running. */
    void backUp(Path to) {
        for (var part : PARTS) {
            if (Files.exists(folder.resolve(part))) command("cp", "-a", folder.resolve(part), to.resolve(part));
        }
    }

    /** Puts back what was copied away, and nothing that came later. */
    void restore(Path from) {
        for (var part : PARTS) {
            command("rm", "-rf", folder.resolve(part));
            if (Files.exists(from.resolve(part))) command("cp", "-a", from.resolve(part), folder.resolve(part));
        }
    }

    long filesOfCompanies() {
        if (!Files.exists(folder.resolve("company-files"))) return 0;
        try (var files = Files.walk(folder.resolve("company-files"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void command(Object... words) {
        var outcome = Outcome.of(List.of(words).stream().map(Object::toString).toList(), Map.of());
        if (outcome.status() != 0) throw new IllegalStateException(outcome.text());
    }
}
