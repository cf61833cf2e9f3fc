package io.retrace.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out before a server does, because a server says it less clearly. */
final class Ports {

    private Ports() {}

    static void requireFree(int port, String forWhat, String property) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "Port %d, wanted for %s, is in use.".formatted(port, forWhat),
                    "Stop what uses it, or set %s to another port.".formatted(property),
                    e);
        }
    }
}
