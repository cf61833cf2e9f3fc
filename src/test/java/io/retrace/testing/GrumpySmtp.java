package io.retrace.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on the wire (RFC 5321) that does to every caller what {@code docs/faults.md} says of it. */
public final class GrumpySmtp implements AutoCloseable {

    private static final Pattern ANSWERS = Pattern.compile("answers (\\d{3}) to (.+)");

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final @Nullable SSLContext tls;
    private volatile String fault;

    /** @param tls for STARTTLS, or {@code null} to offer none */
    public GrumpySmtp(String fault, @Nullable SSLContext tls) throws IOException {
        this.fault = fault;
        this.tls = tls;
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What it was given after {@code DATA} and read to its end, whatever it then said. */
    public List<String> mails() {
        return mails;
    }

    /** From the next caller on. */
    public void will(String next) {
        fault = next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> receive(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void receive(Socket client) {
        try (client) {
            switch (fault) {
                case "hangs up without a greeting" -> {}
                case "never greets" -> waits(client);
                case "drips its greeting" -> drips(client);
                default -> {
                    say(client, code("us", 220));
                    converse(client);
                }
            }
        } catch (IOException e) {
            // hung up on
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void converse(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> greet(client);
                case "STARTTLS" -> {
                    say(client, 220);
                    converse(secured(client));
                    return;
                }
                case "DATA" -> {
                    if (!take(client, in)) return;
                }
                case "QUIT" -> {
                    if (fault.endsWith("never says goodbye")) waits(client);
                    say(client, code("QUIT", 221));
                    return;
                }
                default -> say(client, code(verb, 250));
            }
        }
    }

    /** Whether the conversation goes on. */
    private boolean take(Socket client, BufferedReader in) throws IOException {
        int code = code("DATA", 354);
        say(client, code);
        if (code != 354) return true;
        if (fault.equals("hangs up before the mail is whole")) {
            in.readLine();
            return false;
        }
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        mails.add(mail.toString());
        if (fault.equals("hangs up once it has the mail")) return false;
        if (fault.equals("never says whether it has the mail")) waits(client);
        say(client, code("the mail", 250));
        if (fault.endsWith("and resets")) client.setSoLinger(true, 0);
        return !fault.startsWith("takes the mail and") || fault.endsWith("goodbye");
    }

    private void greet(Socket client) throws IOException {
        int code = code("EHLO", 250);
        if (code == 250 && tls != null && !(client instanceof SSLSocket)) write(client, "250-STARTTLS\r\n");
        say(client, code);
    }

    private Socket secured(Socket client) throws IOException {
        if (tls == null) throw new IOException("not offered");
        var secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private int code(String stage, int usual) {
        var answers = ANSWERS.matcher(fault);
        return answers.matches() && answers.group(2).equals(stage) ? Integer.parseInt(answers.group(1)) : usual;
    }

    private static void drips(Socket client) throws IOException, InterruptedException {
        write(client, "220 ");
        while (true) {
            write(client, ".");
            Thread.sleep(50);
        }
    }

    private static void waits(Socket client) throws IOException {
        var in = client.getInputStream();
        while (in.read() >= 0) {}
    }

    private static void say(Socket client, int code) throws IOException {
        write(client, code + " so be it\r\n");
    }

    private static void write(Socket client, String words) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(words.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
