package io.retrace.erasing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The few calls of Keycloak’s admin API that we make, over the wire; it can be away. The real one is asked in {@code
 * CloseAccountIT}.
 */
public final class KeycloakStandIn implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Map<String, Object>> accounts = new ConcurrentHashMap<>();
    private final AtomicInteger signOuts = new AtomicInteger();
    private final HttpServer server;
    private volatile boolean away;

    public KeycloakStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void account(String memberRef, String name, String mail) {
        var id = UUID.randomUUID().toString();
        accounts.put(
                id,
                Map.of(
                        "id", id,
                        "username", mail,
                        "email", mail,
                        "emailVerified", true,
                        "enabled", true,
                        "firstName", name,
                        "attributes", Map.of("member_ref", List.of(memberRef), "locale", List.of("en"))));
    }

    boolean has(String memberRef) {
        return accounts.values().stream().anyMatch(account -> ref(account).equals(memberRef));
    }

    int signOuts() {
        return signOuts.get();
    }

    void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var path = call.getRequestURI().getPath();
            var id = path.replaceAll(".*/users/?([^/]*).*", "$1");
            if (away) send(call, 503, null);
            else if (path.endsWith("/token"))
                send(call, 200, Map.of("access_token", "x", "expires_in", 300, "token_type", "Bearer"));
            else if (path.endsWith("/users")) send(call, 200, search(call));
            else if (path.endsWith("/logout")) {
                signOuts.incrementAndGet();
                send(call, 204, null);
            } else if (call.getRequestMethod().equals("PUT")) {
                accounts.put(id, JSON.readValue(call.getRequestBody().readAllBytes(), Map.class));
                send(call, 204, null);
            } else if (call.getRequestMethod().equals("DELETE")) {
                send(call, accounts.remove(id) == null ? 404 : 204, null);
            } else send(call, 404, null);
        }
    }

    private List<Map<String, Object>> search(HttpExchange call) {
        var query = URLDecoder.decode(call.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        return accounts.values().stream()
                .filter(account ->
                        query.contains("member_ref:" + ref(account)) || query.contains("email=" + account.get("email")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static String ref(Map<String, Object> account) {
        var attributes = (Map<String, List<String>>) account.getOrDefault("attributes", Map.of());
        return attributes.getOrDefault("member_ref", List.of("?")).getFirst();
    }

    private static void send(HttpExchange call, int status, @Nullable Object body) throws IOException {
        var bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) call.getResponseBody().write(bytes);
    }
}
