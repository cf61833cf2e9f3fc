package io.retrace.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The portal’s API as in production — Tomcat, security, queue, evidence — on a durable PostgreSQL of its own. Left out are
 * the pages, which need a frontend build, and Keycloak, which an issuer of tokens stands for.
 */
final class BenchPortal implements AutoCloseable {

    /** Memory for a machine of this size, and no checkpoint in the middle of a round; durability as PostgreSQL ships it. */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "1GB",
            "max_wal_size", "8GB",
            "wal_buffers", "64MB",
            "checkpoint_timeout", "30min",
            "autovacuum", "off"));

    /** No component itself, so that no other context finds it. */
    @EnableAutoConfiguration(
            excludeName = {
                "com.vaadin.flow.spring.SpringBootAutoConfiguration",
                "com.vaadin.flow.spring.SpringSecurityAutoConfiguration"
            })
    @EntityScan("io.retrace")
    @EnableJpaRepositories("io.retrace")
    @ComponentScan({
        "io.retrace.shared",
        "io.retrace.identity",
        "io.retrace.partners",
        "io.retrace.ledger",
        "io.retrace.requests",
        "io.retrace.obligations",
        "io.retrace.access",
        "io.retrace.evidence"
    })
    static final class Api {}

    private final EmbeddedPostgres postgres;
    private final BenchTokens tokens;
    private final ConfigurableApplicationContext portal;
    private final HttpClient http = HttpClient.newHttpClient();

    /** With components of the measurement’s own, such as a {@code StatementCount}. */
    BenchPortal(Class<?>... more) throws IOException {
        var builder = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8");
        SETTINGS.forEach(builder::setServerConfig);
        postgres = builder.start();
        tokens = new BenchTokens();
        portal = new SpringApplicationBuilder(Api.class)
                .sources(more)
                .run(
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--retrace.keycloak.url=" + tokens.url(),
                        "--retrace.keycloak.portal-secret=unused",
                        "--retrace.keycloak.admin-secret=unused",
                        "--spring.mail.host=127.0.0.1",
                        "--retrace.secret-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                        "--server.port=0",
                        "--db-scheduler.enabled=true",
                        "--logging.level.root=warn");
    }

    DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    <T> T bean(Class<T> type) {
        return portal.getBean(type);
    }

    /** As a module does inside its transaction. */
    void publish(Object event) {
        portal.publishEvent(event);
    }

    Map<String, String> settings() {
        return SETTINGS;
    }

    String version() throws SQLException {
        try (var connection = dataSource().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    String put(String path, String json) throws IOException, InterruptedException {
        return send("PUT", path, "application/json", BodyPublishers.ofString(json));
    }

    String feed(String path, Iterable<byte[]> blocks) throws IOException, InterruptedException {
        return send("POST", path, "application/x-ndjson", BodyPublishers.ofByteArrays(blocks));
    }

    private String send(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var port = portal.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                .header("Authorization", "Bearer " + tokens.platform())
                .header("Content-Type", type)
                .method(method, body)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        portal.close();
        tokens.close();
        postgres.close();
    }
}
