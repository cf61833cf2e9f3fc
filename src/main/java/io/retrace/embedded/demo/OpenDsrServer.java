package io.retrace.embedded.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A company’s own OpenDSR 2.0 server: takes requests, signs that it has them, and calls back with what came of them. */
final class OpenDsrServer {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDsrServer.class);
    private static final int BODY_LIMIT = 8_000_000;

    private final DemoCompany company;
    private final CompanyCertificate certificate;
    private final CompanyWork work;
    private final OpenDsrCallback callback;
    private final HttpServer server;
    private final Map<String, Map<String, Object>> standing = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    OpenDsrServer(DemoCompany company, DemoSettings settings, CompanyWork work) throws IOException {
        this.company = company;
        this.certificate = CompanyCertificate.of(company, settings.directory());
        this.work = work;
        this.callback = new OpenDsrCallback(company, certificate);
        this.server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port(company)), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v2/", this::receive);
    }

    void start() {
        server.start();
        LOG.info(
                "{} speaks OpenDSR on port {}",
                company.slug(),
                server.getAddress().getPort());
    }

    void stop() {
        server.stop(0);
        callback.stop();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var id = path.substring(path.lastIndexOf('/') + 1);
            var answer = switch (exchange.getRequestMethod() + (path.startsWith("/v2/requests") ? "" : path)) {
                case "POST" -> create(exchange.getRequestBody().readNBytes(BODY_LIMIT));
                case "GET" -> standing.containsKey(id) ? new Answer(200, standing.get(id)) : new Answer(404, null);
                case "DELETE" -> cancel(id);
                case "GET/v2/discovery" -> new Answer(200, discovery());
                default -> new Answer(404, null);
            };
            send(exchange, answer);
        }
    }

    private record Answer(int status, @Nullable Map<String, Object> body) {}

    private Answer create(byte[] body) {
        var request = ApiClient.JSON.readTree(body);
        var id = request.path("subject_request_id").asString();
        if (standing.putIfAbsent(id, stands(id, "pending")) != null) return new Answer(400, null);
        take(id, request);
        var receipt = new LinkedHashMap<>(stands(id, "pending"));
        receipt.remove("request_status");
        receipt.put("received_time", now().toString());
        receipt.put("encoded_request", Base64.getEncoder().encodeToString(body));
        return new Answer(201, receipt);
    }

    /** Deletion is attested in the callback. A copy does not fit into OpenDSR: it goes the way files go. */
    private void take(String id, JsonNode request) {
        var asked = request.path("extensions").path(certificate.domain());
        if (request.path("subject_request_type").asString().equals("access")) {
            var items = asked.path("items_url").asString().split("/");
            work.take(items[items.length - 2]);
            return;
        }
        var refs = asked.path("photo_assets").values().stream()
                .map(item -> item.path("item").asString())
                .toList();
        var done = new LinkedHashMap<>(stands(id, "completed"));
        var attestation = CompanyAnswer.of(company, asked.path("reference").asString(), refs);
        done.put("extensions", Map.of(certificate.domain(), Map.of("attestation", attestation)));
        standing.replace(id, stands(id, "in_progress"));
        for (var url : request.path("status_callback_urls").values()) {
            callback.later(url.asString(), done, () -> standing.put(id, done));
        }
    }

    private Answer cancel(String id) {
        var before = standing.get(id);
        if (before == null) return new Answer(404, null);
        if (!"pending".equals(before.get("request_status"))) return new Answer(400, null);
        standing.put(id, stands(id, "cancelled"));
        var receipt = new LinkedHashMap<>(stands(id, "cancelled"));
        receipt.put("received_time", now().toString());
        return new Answer(202, receipt);
    }

    private Map<String, Object> stands(String id, String status) {
        return Map.of(
                "controller_id",
                "retrace",
                "subject_request_id",
                id,
                "request_status",
                status,
                "expected_completion_time",
                now().plus(Duration.ofDays(7)).toString());
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "api_version", "2.0",
                "supported_identities",
                        List.of(Map.of("identity_type", "controller_customer_id", "identity_format", "raw")),
                "supported_subject_request_types", List.of("access", "erasure"),
                "processor_certificate", certificate.url());
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.body() == null) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        var body = ApiClient.JSON.writeValueAsBytes(answer.body());
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", "application/json");
        headers.add("X-OpenDSR-Processor-Domain", certificate.domain());
        headers.add("X-OpenDSR-Signature", certificate.sign(body));
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
