package io.retrace.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Every company’s server: reads a message, notes its id and when it came, answers 204. One of them can be made to hang. */
final class WebhookSink implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Instant> arrivals = new ConcurrentHashMap<>();
    private volatile String hanging = "";
    private volatile CountDownLatch released = new CountDownLatch(0);
    private volatile byte[] body = {};

    WebhookSink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url(int company) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path(company);
    }

    static String path(int company) {
        return "/" + company;
    }

    /** From now on this company takes messages and says nothing, until it is {@link #release}d. */
    void hang(int company) {
        released = new CountDownLatch(1);
        hanging = path(company);
    }

    void release() {
        hanging = "";
        released.countDown();
    }

    Set<String> ids() {
        return arrivals.keySet();
    }

    /** When this message came for the first time; throws if it did not. */
    Instant arrival(String id) {
        return Objects.requireNonNull(arrivals.get(id), id);
    }

    void forget() {
        arrivals.clear();
    }

    /** What came last. */
    byte[] body() {
        return body;
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            arrivals.putIfAbsent(exchange.getRequestHeaders().getFirst("webhook-id"), Instant.now());
            body = exchange.getRequestBody().readAllBytes();
            if (path.equals(hanging)) released.await();
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
