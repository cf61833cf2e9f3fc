package io.retrace.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A company that remembers: every message is on its disk before it answers 202, so that its file is the truth about what a
 * company was asked, whatever died meanwhile.
 */
public final class DurableSink implements AutoCloseable {

    private final FileChannel file;
    private final Path path;
    private final HttpServer server;
    private final Around around;

    private DurableSink(Around around) throws IOException {
        this.around = around;
        path = Files.createTempFile(Path.of("target"), "sink", ".messages");
        file = FileChannel.open(path, StandardOpenOption.APPEND);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/hook", this::take);
        server.start();
    }

    /** What happens around an answer. */
    @FunctionalInterface
    public interface Around {
        /** Must run {@code answer}, which returns when the 202 has left. */
        void answering(Runnable answer);
    }

    /** A message as the disk has it. */
    public record Message(String id, String obligation, String reference) {}

    /** Begins to listen. */
    public static DurableSink open(Around around) {
        try {
            return new DurableSink(around);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is asked. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** Everything it ever got, in order. */
    public List<Message> messages() {
        try (var lines = Files.lines(path)) {
            return lines.map(DurableSink::message).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        file.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestHeaders().getFirst("webhook-id");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        file.write(ByteBuffer.wrap((id + " " + body.replace("\n", "") + "\n").getBytes(StandardCharsets.UTF_8)));
        file.force(true);
        around.answering(() -> accept(exchange));
    }

    private static void accept(HttpExchange exchange) {
        try (exchange) {
            exchange.sendResponseHeaders(202, -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message message(String line) {
        var parts = line.split(" ", 2);
        var data = JsonMapper.shared().readTree(parts[1]).path("data");
        return new Message(
                parts[0],
                data.path("obligation_id").asString(),
                data.path("reference").asString());
    }
}
