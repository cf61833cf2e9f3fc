package io.retrace.delivery;

import io.retrace.delivery.FaultyServer.Fault;
import io.retrace.delivery.FaultyServer.Guest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The faults of {@code docs/faults.md} by the names that they have there. */
final class Faults {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final Map<String, Fault> BY_NAME = new HashMap<>();

    static {
        BY_NAME.put("resets before it has read", Guest::resets);
        BY_NAME.put("resets once it has read", guest -> guest.hears().resets());
        BY_NAME.put("hangs up without a word", Guest::hears);
        says("hangs up within a header", OK + "Content-Le");
        says("hangs up within its answer", OK + "Content-Length: 1000\r\n\r\nhalf");
        says("hangs up within a chunk", OK + "Transfer-Encoding: chunked\r\n\r\n3e8\r\nhalf");
        says("does not speak HTTP", "ceci n’est pas HTTP\r\n\r\n");
        says("has a word for a status", "HTTP/1.1 fine OK\r\n\r\n");
        says("has a status of seven digits", "HTTP/1.1 2000000 OK\r\nContent-Length: 0\r\n\r\n");
        says("has a negative status", "HTTP/1.1 -200 OK\r\nContent-Length: 0\r\n\r\n");
        says("has a negative length", OK + "Content-Length: -1\r\n\r\n");
        says("has a word for a length", OK + "Content-Length: some\r\n\r\n");
        says("has an unknown transfer coding", OK + "Transfer-Encoding: carrier-pigeon\r\n\r\n");
        says("says 101 and changes the protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: tls\r\n\r\n");
        says("says 103 and then 204", "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n");
        BY_NAME.put("says nothing", guest -> guest.hears().waits());
        drips("drips a header", "HTTP/1.1 200 OK\r\nX-Slow: ");
        drips("drips its answer", OK + "Content-Length: 1000000\r\n\r\n");
        floods("never ends a header", OK + "X-Long: ", ".".repeat(8_192));
        floods("never ends its headers", OK, ("X-Many: " + ".".repeat(1_000) + "\r\n").repeat(8));
        floods("never stops saying 100", "", "HTTP/1.1 100 Continue\r\n\r\n".repeat(300));
        floods("never stops talking", OK + "\r\n", ".".repeat(8_192));
        floods("never ends a chunk’s extension", OK + "Transfer-Encoding: chunked\r\n\r\n3;x=", ".".repeat(8_192));
        bomb("sends a bomb of gzip", "gzip");
        bomb("sends a bomb of deflate", "deflate");
        BY_NAME.put("stops within the handshake", Guest::waits);
        answers("has a certificate that we trust", "204");
        answers("has another name’s certificate", "204");
        answers("has a certificate that ran out", "204");
        answers("has a certificate signed by itself", "204");
        BY_NAME.put("speaks HTTP where TLS is due", guest -> guest.says(OK + "Content-Length: 0\r\n\r\n"));
    }

    private Faults() {}

    /** {@code answers 503, Retry-After: 120} stands for itself, whatever the status and the headers. */
    static Fault named(String name) {
        if (!name.startsWith("answers ")) return Objects.requireNonNull(BY_NAME.get(name), name);
        var parts = name.substring(8).split(", ", 2);
        return answer(parts[0], parts.length > 1 ? parts[1] + "\r\n" : "");
    }

    private static void answers(String name, String status) {
        BY_NAME.put(name, answer(status, ""));
    }

    private static Fault answer(String status, String headers) {
        return guest ->
                guest.hears().says("HTTP/1.1 " + status + " So be it\r\n" + headers + "Content-Length: 0\r\n\r\n");
    }

    private static void says(String name, String words) {
        BY_NAME.put(name, guest -> guest.hears().says(words));
    }

    private static void drips(String name, String words) {
        BY_NAME.put(name, guest -> {
            guest.hears().says(words);
            while (true) {
                guest.says(".");
                Thread.sleep(50);
            }
        });
    }

    private static void floods(String name, String first, String again) {
        BY_NAME.put(name, guest -> {
            guest.hears().says(first);
            while (true) guest.says(again);
        });
    }

    /** A few thousand bytes that would unpack to a gigabyte, sent again and again. */
    private static void bomb(String name, String coding) {
        BY_NAME.put(name, guest -> {
            guest.hears().says(OK + "Content-Encoding: " + coding + "\r\n\r\n");
            var bomb = packed(coding);
            while (true) guest.says(bomb);
        });
    }

    private static byte[] packed(String coding) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = coding.equals("gzip") ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
            var nothing = new byte[1_048_576];
            for (int i = 0; i < 16; i++) out.write(nothing);
        }
        return bytes.toByteArray();
    }
}
