package io.retrace.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A company’s server: remembers what it got and behaves as told. */
final class CompanySink implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = status(204);

    CompanySink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** What to do with a message once it is noted. */
    @FunctionalInterface
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** A message as it arrived. */
    record Received(String method, String path, String id, String timestamp, String signature, byte[] body) {}

    static Behaviour status(int status, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Says nothing until it is closed. */
    Behaviour hang() {
        return exchange -> closing.await();
    }

    /** Says {@code 200} and then never stops talking. */
    static Behaviour endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var noise = new byte[8192];
            while (true) exchange.getResponseBody().write(noise);
        };
    }

    /** Says {@code 200} and then a byte now and then. */
    Behaviour dribble() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            do {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
            } while (!closing.await(50, java.util.concurrent.TimeUnit.MILLISECONDS));
        };
    }

    void will(Behaviour next) {
        behaviour = next;
    }

    List<Received> received() {
        return received;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    header(exchange, StandardWebhook.ID),
                    header(exchange, StandardWebhook.TIMESTAMP),
                    header(exchange, StandardWebhook.SIGNATURE),
                    exchange.getRequestBody().readAllBytes()));
            behaviour.answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }
}
