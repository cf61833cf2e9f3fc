package io.retrace.access;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a ClamAV daemon by its INSTREAM command: chunks with their length before them, a length of 0 at the end. */
final class ClamScanner implements MalwareScanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamScanner.class);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final InetSocketAddress daemon;
    private final Duration patience;

    ClamScanner(InetSocketAddress daemon, Duration patience) {
        this.daemon = daemon;
        this.patience = patience;
    }

    @Override
    public boolean clean(InputStream content) throws IOException {
        var answer = ask(content);
        if (answer.equals("stream: OK")) return true;
        if (answer.endsWith(" FOUND")) {
            LOG.warn("the scanner refused a company’s file: {}", answer);
            return false;
        }
        throw new ScannerAway("the scanner at " + daemon + " answered “" + answer + "”; the file is not taken", null);
    }

    private String ask(InputStream content) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(daemon, (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            var broken = send(content, new DataOutputStream(socket.getOutputStream()));
            // a daemon whose own limit is reached says so and hangs up while we are still sending
            var answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            if (answer.length == 0 && broken != null) throw broken;
            return new String(answer, StandardCharsets.US_ASCII)
                    .replace("\0", "")
                    .strip();
        } catch (Unreadable e) {
            throw e.cause;
        } catch (IOException e) {
            throw new ScannerAway("the scanner at " + daemon + " does not answer; files are refused until it does", e);
        }
    }

    private static @Nullable IOException send(InputStream content, DataOutputStream out) throws Unreadable {
        try {
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            var chunk = new byte[CHUNK];
            for (int read = read(content, chunk); read > 0; read = read(content, chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return null;
        } catch (Unreadable e) {
            throw e;
        } catch (IOException e) {
            return e;
        }
    }

    private static int read(InputStream content, byte[] chunk) throws Unreadable {
        try {
            return content.readNBytes(chunk, 0, chunk.length);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    /** Our own copy cannot be read: that is not the scanner’s fault. */
    private static final class Unreadable extends IOException {
        private final IOException cause;

        Unreadable(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
