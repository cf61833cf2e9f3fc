package io.retrace.shared.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server on the wire that answers one stage of the conversation (RFC 5321) with a code of our choice. */
final class GrumpySmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final String stage;
    private final int code;

    GrumpySmtp(String stage, int code) throws IOException {
        this.stage = stage;
        this.code = code;
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                converse(
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII)),
                        client.getOutputStream());
            } catch (SocketException e) {
                return; // closed, by the test or by the client
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        say(out, stage.equals("HELLO") ? code : 220);
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (verb.equals("QUIT")) return;
            say(out, verb.equals(stage) ? code : verb.equals("DATA") ? 354 : 250);
            if (!verb.equals("DATA")) continue;
            for (line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {}
            say(out, stage.equals("END") ? code : 250);
        }
    }

    private static void say(OutputStream out, int code) throws IOException {
        out.write((code + " so be it\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
