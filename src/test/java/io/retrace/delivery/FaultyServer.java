package io.retrace.delivery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;

/** A company’s server below HTTP: whatever can go wrong on the wire, it does, to every caller until it is closed. */
final class FaultyServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Fault fault;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger guests = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    FaultyServer(Fault fault, ServerSocketFactory sockets) throws IOException {
        this.fault = fault;
        socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /** What happens to one caller; what it throws is how the caller hung up. */
    @FunctionalInterface
    interface Fault {
        void befall(Guest guest) throws IOException, InterruptedException;
    }

    /** How many connections were made. */
    int calls() {
        return calls.get();
    }

    /** Callers who are still on the line. */
    int guests() {
        return guests.get();
    }

    /** Bytes that we got rid of before the caller hung up; what the sockets of both sides hold counts as well. */
    long sent() {
        return sent.get();
    }

    int port() {
        return socket.getLocalPort();
    }

    URI url(String scheme, String host) {
        return URI.create(scheme + "://" + host + ":" + port() + "/hook");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                calls.incrementAndGet();
                guests.incrementAndGet();
                Thread.ofVirtual().start(() -> receive(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void receive(Socket client) {
        try (client) {
            client.setSendBufferSize(65_536);
            fault.befall(new Guest(client));
        } catch (IOException e) {
            // hung up on: what most faults come to
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            guests.decrementAndGet();
        }
    }

    /** A caller, seen from here. */
    final class Guest {

        private final Socket client;
        private final InputStream in;
        private final OutputStream out;

        private Guest(Socket client) throws IOException {
            this.client = client;
            this.in = new BufferedInputStream(client.getInputStream());
            this.out = client.getOutputStream();
        }

        /** Until the request is whole; without it, closing would be a reset. */
        Guest hears() throws IOException {
            int length = 0;
            for (var line = line(); !line.isEmpty(); line = line()) {
                var header = line.toLowerCase(Locale.ROOT);
                if (header.startsWith("content-length:"))
                    length = Integer.parseInt(header.substring(15).strip());
            }
            in.readNBytes(length);
            return this;
        }

        Guest says(String words) throws IOException {
            return says(words.getBytes(StandardCharsets.ISO_8859_1));
        }

        Guest says(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            sent.addAndGet(bytes.length);
            return this;
        }

        void resets() throws IOException {
            client.setSoLinger(true, 0);
        }

        /** Stays until the caller goes. */
        void waits() throws IOException {
            while (in.read() >= 0) {}
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) throw new IOException("hung up");
                if (next != '\r') line.append((char) next);
            }
            return line.toString();
        }
    }
}
