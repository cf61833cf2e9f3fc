package io.retrace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.testing.UseCase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scanner against a daemon that speaks INSTREAM on a real socket. */
class ClamScannerTest {

    private static final String EICAR_LIKE = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

    private final ByteArrayOutputStream scanned = new ByteArrayOutputStream();
    private ServerSocket daemon;
    private volatile String answer = "";

    @BeforeEach
    void listen() throws IOException {
        daemon = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        daemon.close();
    }

    @Test
    @UseCase("UC-011/11")
    void what_the_daemon_knows_nothing_of_is_clean() throws IOException {
        var bytes = "harmless ".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        assertThat(scanner().clean(new ByteArrayInputStream(bytes))).isTrue();
        assertThat(scanned.toByteArray()).isEqualTo(bytes);
    }

    @Test
    @UseCase("UC-011/11")
    void what_the_daemon_finds_is_refused() throws IOException {
        var bytes = ("x" + EICAR_LIKE).getBytes(StandardCharsets.US_ASCII);
        assertThat(scanner().clean(new ByteArrayInputStream(bytes))).isFalse();
    }

    @Test
    @UseCase("UC-011/11")
    void a_daemon_that_is_away_silent_or_overtaxed_lets_nothing_in() throws IOException {
        answer = "INSTREAM size limit exceeded. ERROR";
        assertThatThrownBy(() -> scanner().clean(InputStreams.of("x"))).isInstanceOf(ScannerAway.class);
        answer = "-";
        assertThatThrownBy(() -> scanner().clean(InputStreams.of("x"))).isInstanceOf(ScannerAway.class);
        var gone = scanner();
        daemon.close();
        assertThatThrownBy(() -> gone.clean(InputStreams.of("x"))).isInstanceOf(ScannerAway.class);
    }

    private ClamScanner scanner() {
        return new ClamScanner(
                new InetSocketAddress(daemon.getInetAddress(), daemon.getLocalPort()), Duration.ofSeconds(2));
    }

    private void serve() {
        while (!daemon.isClosed()) {
            try (var socket = daemon.accept();
                    var in = new DataInputStream(socket.getInputStream())) {
                var command = in.readNBytes(10);
                if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) continue;
                for (int length = in.readInt(); length > 0; length = in.readInt()) scanned.write(in.readNBytes(length));
                if (answer.equals("-")) continue; // hangs up without a word
                var said = !answer.isEmpty()
                        ? answer
                        : scanned.toString(StandardCharsets.US_ASCII).contains(EICAR_LIKE)
                                ? "stream: Eicar-Test-Signature FOUND"
                                : "stream: OK";
                socket.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // the test has ended, or the scanner hung up
            }
        }
    }

    /** Bodies of tests. */
    private static final class InputStreams {
        private InputStreams() {}

        static ByteArrayInputStream of(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
