package io.retrace.embedded.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One company’s own server: takes a signed webhook, answers 202 and does the work later. It verifies before it parses, and
 * an unknown signature gets 401.
 */
final class CompanyServer {

    private static final Logger LOG = LoggerFactory.getLogger(CompanyServer.class);
    private static final int BODY_LIMIT = 20_000;

    private final DemoCompany company;
    private final WebhookKeys keys;
    private final CompanyWork work;
    private final HttpServer server;
    private final Clock clock = Clock.systemUTC();

    CompanyServer(DemoCompany company, DemoSettings settings, WebhookKeys keys, CompanyWork work) throws IOException {
        this.company = company;
        this.keys = keys;
        this.work = work;
        this.server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port(company)), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/webhooks/retrace", this::receive);
    }

    void start() {
        server.start();
        LOG.info("{} listens on port {}", company.slug(), server.getAddress().getPort());
    }

    void stop() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange), -1);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) return 405;
        var body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) return 413;
        if (!genuine(exchange, body)) return 401;
        var message = ApiClient.JSON.readTree(body);
        if (Set.of("obligation.asked", "obligation.reminded")
                .contains(message.path("type").asString())) {
            work.take(message.path("data").path("obligation_id").asString());
        }
        return 202;
    }

    private boolean genuine(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        var id = headers.getFirst("webhook-id");
        var timestamp = headers.getFirst("webhook-timestamp");
        var signatures = headers.getFirst("webhook-signature");
        if (id == null || timestamp == null || signatures == null) return false;
        return keys.of(company)
                .map(key -> key.accepts(id, timestamp, signatures, body, clock.instant()))
                .orElse(false);
    }
}
