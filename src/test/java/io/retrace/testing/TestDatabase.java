package io.retrace.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One real PostgreSQL per test JVM, and in it any number of databases: each is a copy of one that Flyway has migrated,
 * so a fresh database costs some ten milliseconds and no test sees another’s rows.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A new migrated database of its own, as a plain (unpooled) data source. */
    public static DataSource fresh() {
        return Server.POSTGRES.getDatabase("postgres", create());
    }

    /**
     * Points a Spring context at a new migrated database of its own and gives it a key for secrets at rest; call it from a
     * {@code @DynamicPropertySource} method. {@code src/test/resources/config} keeps the embedded default from starting.
     */
    public static void register(DynamicPropertyRegistry registry) {
        var url = Server.POSTGRES.getJdbcUrl("postgres", create());
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
        registry.add("retrace.secret-key", () -> Base64.getEncoder().encodeToString(new byte[32]));
    }

    /** A copy, file by file, of the database at this address, to which nobody may be connected; its own address. */
    public static String copyOf(String url) {
        var name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + url.replaceAll(".*/([a-z0-9_]+).*", "$1"));
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    private static String create() {
        var name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return name;
    }

    private static void execute(String sql) {
        // the lock: two copies of one template at a time are refused by PostgreSQL
        synchronized (TestDatabase.class) {
            try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }

    /** Starts with the first use, on a random port; its own shutdown hook stops it and deletes its data. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + TEMPLATE);
                }
                Flyway.configure()
                        .dataSource(postgres.getDatabase("postgres", TEMPLATE))
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException("the database to copy could not be made", e);
            }
        }
    }
}
