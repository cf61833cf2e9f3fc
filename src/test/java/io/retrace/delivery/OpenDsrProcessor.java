package io.retrace.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.retrace.delivery.opendsr.ProcessorKeys;
import io.retrace.partners.OpenDsrTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A processor that keeps to OpenDSR 2.0, until a test tells it not to. */
final class OpenDsrProcessor implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    final ProcessorKeys keys = ProcessorKeys.usual();
    final Map<String, String> requests = new ConcurrentHashMap<>();
    final List<Call> calls = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private volatile int refusing;
    private volatile UnaryOperator<byte[]> onItsWay = UnaryOperator.identity();
    private volatile CompanySink.@Nullable Behaviour fault;
    private volatile String extensions = "{}";

    OpenDsrProcessor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v2/", this::take);
        server.start();
    }

    /** What it was called with. */
    record Call(String method, String path, Map<String, String> headers, String body) {}

    OpenDsrTarget target() {
        return new OpenDsrTarget(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v2"),
                keys.certificate(),
                URI.create("https://opendsr.lumen.example/cert.pem"),
                "Basic bHVtZW46c2VjcmV0");
    }

    /** Answers with this status and does nothing; zero: behaves again. */
    void refuse(int status) {
        refusing = status;
    }

    /** Somebody changes what it answers after it was signed. */
    void onItsWay(UnaryOperator<byte[]> change) {
        onItsWay = change;
    }

    /** Takes what it is asked, and then its answer goes wrong like this; {@code null}: behaves again. */
    void goesWrong(CompanySink.@Nullable Behaviour how) {
        fault = how;
    }

    /** All of them stand like this now. */
    void stands(String status, String extensions) {
        requests.replaceAll((id, before) -> status);
        this.extensions = "{\"" + keys.domain() + "\":" + extensions + "}";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath();
            calls.add(new Call(
                    exchange.getRequestMethod(), path, headers(exchange), new String(body, StandardCharsets.UTF_8)));
            if (refusing != 0) {
                exchange.sendResponseHeaders(refusing, -1);
                return;
            }
            var id = path.substring(path.lastIndexOf('/') + 1);
            switch (exchange.getRequestMethod()) {
                case "POST" -> create(exchange, body);
                case "GET" -> {
                    if (path.endsWith("/discovery")) answer(exchange, 200, discovery());
                    else if (!requests.containsKey(id)) exchange.sendResponseHeaders(404, -1);
                    else answer(exchange, 200, status(id));
                }
                default -> cancel(exchange, id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void create(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var id = JSON.readTree(body).path("subject_request_id").asString();
        if (requests.putIfAbsent(id, "pending") != null) {
            exchange.sendResponseHeaders(400, -1); // “already exists”
            return;
        }
        answer(
                exchange,
                201,
                receipt(id, ",\"encoded_request\":\"" + Base64.getEncoder().encodeToString(body) + "\""));
    }

    private void cancel(HttpExchange exchange, String id) throws IOException, InterruptedException {
        if (!"pending".equals(requests.get(id))) {
            exchange.sendResponseHeaders(requests.containsKey(id) ? 400 : 404, -1);
            return;
        }
        requests.put(id, "cancelled");
        answer(exchange, 202, receipt(id, ""));
    }

    byte[] status(String id) {
        return ("{\"controller_id\":\"retrace\",\"expected_completion_time\":\"2026-12-01T00:00:00Z\","
                        + "\"subject_request_id\":\"" + id + "\",\"request_status\":\""
                        + Objects.requireNonNull(requests.get(id)) + "\",\"extensions\":" + extensions + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] receipt(String id, String more) {
        return ("{\"controller_id\":\"retrace\",\"expected_completion_time\":\"2026-12-01T00:00:00Z\","
                        + "\"received_time\":\"2026-11-03T09:00:04Z\",\"subject_request_id\":\"" + id + "\"" + more
                        + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] discovery() {
        return """
                {"api_version":"2.0","supported_identities":[{"identity_type":"controller_customer_id","identity_format":"raw"}],
                 "supported_subject_request_types":["access","erasure"],
                 "processor_certificate":"https://opendsr.lumen.example/cert.pem"}""".getBytes(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException, InterruptedException {
        var wrong = fault;
        if (wrong != null) {
            wrong.answer(exchange);
            return;
        }
        exchange.getResponseHeaders().add("X-OpenDSR-Processor-Domain", keys.domain());
        exchange.getResponseHeaders().add("X-OpenDSR-Signature", keys.sign(body));
        var sent = onItsWay.apply(body);
        exchange.sendResponseHeaders(status, sent.length);
        exchange.getResponseBody().write(sent);
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new ConcurrentHashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        return headers;
    }
}
