package io.retrace.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server below HTTP: takes what comes, says the given bytes, then slams the door. */
final class RudeSocket implements AutoCloseable {

    private final ServerSocket socket;
    private final byte[] words;

    RudeSocket(String words) throws IOException {
        this.words = words.getBytes(StandardCharsets.ISO_8859_1);
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                client.setSoLinger(words.length == 0, 0); // without a word: a reset
                client.getInputStream().read(new byte[64]);
                client.getOutputStream().write(words);
            } catch (SocketException e) {
                if (socket.isClosed()) return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
