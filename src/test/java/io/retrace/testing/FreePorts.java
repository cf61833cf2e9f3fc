package io.retrace.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Twenty ports in a row that were free a moment ago, below those that the kernel hands out. */
public final class FreePorts {

    private FreePorts() {}

    /** For one running Retrace, by the names that {@code demo.json} uses. */
    public static Map<String, Integer> forOne() {
        int base = find();
        return Map.of(
                "portal", base,
                "keycloak", base + 1,
                "mailbox", base + 2,
                "smtp", base + 3,
                "postgres", base + 4,
                "companies", base + 10);
    }

    private static int find() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int base = RandomGenerator.getDefault().nextInt(1_000, 1_600) * 20;
            if (IntStream.range(base, base + 20).allMatch(FreePorts::free)) return base;
        }
        throw new IllegalStateException("no twenty free ports in a row");
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
