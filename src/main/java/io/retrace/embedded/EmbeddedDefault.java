package io.retrace.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts what is not configured: a real PostgreSQL, a real Keycloak, a mailbox. Each is replaced by its ordinary property
 * ({@code spring.datasource.url}, {@code retrace.keycloak.url}, {@code spring.mail.host}); with all three set, nothing here
 * runs. ADR 0003.
 */
final class EmbeddedDefault implements ApplicationListener<SpringApplicationEvent>, Ordered {

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Map<String, Object> properties = new LinkedHashMap<>();

    /** After logging is set up, so that what happens here can be read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
            start(prepared.getSpringApplication(), prepared.getEnvironment());
        } else if (event instanceof ApplicationFailedEvent) {
            stop();
        }
    }

    private void start(SpringApplication application, ConfigurableEnvironment environment) {
        boolean postgres = !environment.containsProperty("spring.datasource.url");
        boolean keycloak = !environment.containsProperty("retrace.keycloak.url");
        boolean mailbox = !environment.containsProperty("spring.mail.host");
        if (!postgres && !keycloak && !mailbox) return;

        SpringApplication.getShutdownHandlers().add(this::stop);
        var settings = EmbeddedSettings.of(environment);
        running.push(HomeLock.acquire(settings.home()));
        var secrets = Secrets.in(settings.home());
        properties.putAll(secrets.properties());
        environment.getPropertySources().addLast(new MapPropertySource("embedded default", properties));
        if (mailbox) startMailbox(settings);
        if (keycloak) startKeycloak(settings, secrets, application, environment);
        if (postgres) startPostgres(settings);
    }

    private void startMailbox(EmbeddedSettings settings) {
        running.push(Mailbox.start(settings.home().resolve("mail"), settings.smtpPort(), settings.mailboxPort()));
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", settings.smtpPort());
    }

    /** Keycloak is slow to start, so the application starts beside it and is ready only when Keycloak is. */
    private void startKeycloak(
            EmbeddedSettings settings,
            Secrets secrets,
            SpringApplication application,
            ConfigurableEnvironment environment) {
        var server = KeycloakServer.start(
                settings,
                secrets.forKeycloak(
                        environment.getRequiredProperty("retrace.portal-url"),
                        environment.getProperty("spring.mail.host", "127.0.0.1"),
                        environment.getProperty("spring.mail.port", "25")));
        running.push(server);
        properties.put("retrace.keycloak.url", server.url());
        application.addInitializers(context -> context.getBeanFactory()
                .registerSingleton("embeddedKeycloakIsReady", (ApplicationRunner) arguments -> server.awaitReady()));
    }

    private void startPostgres(EmbeddedSettings settings) {
        var server = PostgresServer.start(settings.home(), settings.postgresPort());
        running.push(server);
        properties.put("spring.datasource.url", server.jdbcUrl());
        properties.put("spring.datasource.username", PostgresServer.USER);
    }

    /** In reverse order of starting: the data base goes first, the lock last. */
    private synchronized void stop() {
        while (!running.isEmpty()) {
            Closing.quietly(running.pop());
        }
    }
}
