package io.retrace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the platform does through the public API, as its own client. */
public final class PlatformApi {

    private static final String COMPANY = """
            {"name": "%s", "legal_name": "%1$s Ltd", "country": "IE", "role": "PROCESSOR", "channel": "WEBHOOK",
             "contact": "privacy@%s.example", "answer_within": "P14D", "webhook": {"url": "%s"}}
            """;
    private static final String PHOTO = """
            {"event_id":"%s","photo":"%s","member":"%s","uploaded_at":"2026-03-01T10:00:00Z","sha256":"%064x"}
            """;
    private static final String DISCLOSURE = """
            {"event_id":"%s","photo":"%s","partner":"%s","purpose":"matching","legal_basis":"contract",\
            "disclosed_at":"2026-03-02T08:30:00Z"}
            """;

    private final RunningRetrace retrace;

    public PlatformApi(RunningRetrace retrace) {
        this.retrace = retrace;
    }

    /** Registers a company that is asked by webhook; again with another address, it moves there. */
    public void register(String slug, String name, URI webhook) {
        send("PUT", "/api/v1/partners/" + slug, "application/json", COMPANY.formatted(name, slug, webhook));
    }

    /** Reports a new photo of this member, and that these companies received it. */
    public void share(String member, List<String> companies) {
        var photo = "p-" + UUID.randomUUID();
        feed("/api/v1/photos", PHOTO.formatted(UUID.randomUUID(), photo, member, photo.hashCode() & 0xffff));
        feed(
                "/api/v1/disclosures",
                companies.stream()
                        .map(company -> DISCLOSURE.formatted(UUID.randomUUID(), photo, company))
                        .collect(Collectors.joining()));
    }

    private void feed(String path, String lines) {
        var report = send("POST", path, "application/x-ndjson", lines);
        if (report.path("refused").asInt() > 0) throw new IllegalStateException(report.toString());
    }

    private JsonNode send(String method, String path, String type, String body) {
        var request = HttpRequest.newBuilder(URI.create(retrace.portal() + path))
                .header("Authorization", "Bearer " + ApiTokens.of("platform", retrace))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
