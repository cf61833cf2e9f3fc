package io.retrace.embedded.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the public API as one Keycloak client (client credentials, RFC 6749 §4.4); renews its token in time. */
final class ApiClient {

    static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Clock clock = Clock.systemUTC();
    private final URI api;
    private final URI tokenAddress;
    private final String client;
    private final String secret;
    private final Optional<CompanyKey> key;
    private String token = "";
    private Instant renewAt = Instant.MIN;

    ApiClient(DemoSettings settings, String client, String secret) {
        this(settings, client, secret, Optional.empty());
    }

    /** With a key that signs its answers. */
    ApiClient(DemoSettings settings, String client, String secret, Optional<CompanyKey> key) {
        this.key = key;
        this.api = settings.api();
        this.tokenAddress = settings.token();
        this.client = client;
        this.secret = secret;
    }

    JsonNode get(String path) {
        return read(send(request(path).GET().build()));
    }

    JsonNode post(String path, Object body) {
        var bytes = JSON.writeValueAsBytes(body);
        var call = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        key.flatMap(own -> own.over(path, bytes)).ifPresent(jws -> call.header("x-jws-signature", jws));
        return read(send(call.build()));
    }

    JsonNode put(String path, Object body) {
        return read(send(request(path)
                .header("Content-Type", "application/json")
                .PUT(json(body))
                .build()));
    }

    void putImage(String path, byte[] jpeg) {
        var body = HttpRequest.BodyPublishers.ofByteArray(jpeg);
        read(send(request(path).header("Content-Type", "image/jpeg").PUT(body).build()));
    }

    JsonNode putFile(String path, byte[] content) {
        var body = HttpRequest.BodyPublishers.ofByteArray(content);
        return read(send(request(path)
                .header("Content-Type", "application/octet-stream")
                .PUT(body)
                .build()));
    }

    /** A file as it is. */
    byte[] getFile(String path) {
        var answer =
                send(request(path).setHeader("Accept", "application/zip").GET().build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw new IllegalStateException(path + " answered " + answer.statusCode());
        return answer.body();
    }

    JsonNode postCsv(String path, String csv) {
        var body = HttpRequest.BodyPublishers.ofString(csv);
        return read(
                send(request(path).header("Content-Type", "text/csv").POST(body).build()));
    }

    /** Sends a gzipped NDJSON feed and returns its report. */
    JsonNode feed(String path, BodyPublisher gzipped) {
        return read(send(request(path)
                .timeout(Duration.ofMinutes(10))
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(gzipped)
                .build()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token());
    }

    private synchronized String token() {
        if (clock.instant().isBefore(renewAt)) return token;
        var form = "grant_type=client_credentials&client_id=" + encode(client) + "&client_secret=" + encode(secret);
        var answer = read(send(HttpRequest.newBuilder(tokenAddress)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build()));
        token = answer.path("access_token").asString();
        renewAt = clock.instant().plusSeconds(answer.path("expires_in").asLong() / 2);
        return token;
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.request().method() + " " + answer.uri() + " answered "
                    + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private static BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
