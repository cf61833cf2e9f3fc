package io.retrace.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL server for one test alone, which may therefore hurt it. */
public final class OwnPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path data;

    public OwnPostgres() {
        try {
            // else it would forget, when it crashes, what it said was committed: as fast servers of tests may
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Flyway.configure()
                .dataSource(dataSource())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        data = Path.of(jdbc().sql("show data_directory").query(String.class).single());
    }

    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Opens a connection for every statement, so that it works again as soon as the server does. */
    public DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** As a power cut would; returns when it answers again. */
    public void crashAndRecover() {
        RunningDatabase.crashAndRecover(pgCtl(), data, Path.of("target", "own-postgres.log"));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::answers);
    }

    /** Cuts everybody else’s connection. */
    public void cutConnections() {
        jdbc().sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename is not null")
                .query(Boolean.class)
                .list();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private boolean answers() {
        try (Connection connection = dataSource().getConnection()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Beside the program that it was started with, which stands first in its own notes. */
    private Path pgCtl() {
        try {
            var postgres = Files.readString(data.resolve("postmaster.opts")).split(" ", 2)[0];
            return Path.of(postgres).resolveSibling("pg_ctl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
