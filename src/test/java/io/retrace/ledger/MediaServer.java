package io.retrace.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A platform’s media store that has a good picture, and every way not to give one. */
final class MediaServer implements AutoCloseable {

    static final byte[] PICTURE = Pictures.jpeg(900, 600);

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private final AtomicInteger hanging = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    MediaServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/photos/", this::serve);
        server.start();
    }

    URI folder() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/photos/");
    }

    String url(String name) {
        return folder().resolve(name).toString();
    }

    /** How often this file was asked for. */
    long asked(String name) {
        return asked.stream().filter(name::equals).count();
    }

    /** Most clients that waited at one time. */
    int mostWaiting() {
        return most.get();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getPath().substring("/photos/".length());
        asked.add(name);
        try (exchange) {
            switch (name) {
                case "good.jpg" -> send(exchange, PICTURE);
                case "text.jpg" -> send(exchange, "no picture".getBytes(StandardCharsets.UTF_8));
                case "empty.jpg" -> exchange.sendResponseHeaders(200, -1);
                case "moved.jpg" -> {
                    exchange.getResponseHeaders().add("Location", url("good.jpg"));
                    exchange.sendResponseHeaders(302, -1);
                }
                case "away.jpg" -> exchange.sendResponseHeaders(503, -1);
                case "long.jpg" -> send(exchange, new byte[Previews.LONGEST + 1]);
                case "endless.jpg" -> endless(exchange);
                case "dribble.jpg" -> dribble(exchange);
                case "hang.jpg" -> hang();
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hang() throws InterruptedException {
        most.accumulateAndGet(hanging.incrementAndGet(), Math::max);
        closing.await(1, TimeUnit.SECONDS); // about as long as the client waits
        hanging.decrementAndGet();
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var noise = new byte[65_536];
        while (true) exchange.getResponseBody().write(noise);
    }

    private void dribble(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        do {
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
        } while (!closing.await(50, TimeUnit.MILLISECONDS));
    }
}
