package io.retrace.ledger;

import io.retrace.shared.TimeOrderedId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Lines of feeds, as a platform writes them. */
final class FeedLines {

    static final Instant UPLOADED = Instant.parse("2026-03-01T10:00:00Z");

    private FeedLines() {}

    static UUID event() {
        return TimeOrderedId.at(Instant.parse("2026-04-01T00:00:00Z"));
    }

    static Map<String, String> photo(String ref, String member) {
        var line = new LinkedHashMap<String, String>();
        line.put("event_id", event().toString());
        line.put("photo", ref);
        line.put("member", member);
        line.put("uploaded_at", UPLOADED.toString());
        line.put("sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        return line;
    }

    static Map<String, String> disclosure(String photo, String partner) {
        var line = new LinkedHashMap<String, String>();
        line.put("event_id", event().toString());
        line.put("photo", photo);
        line.put("partner", partner);
        line.put("purpose", "face-recognition");
        line.put("legal_basis", "none-recorded");
        line.put("disclosed_at", "2026-03-02T08:30:00.123456Z");
        return line;
    }

    /** A line with one field replaced, or left out if the value is {@code null}. */
    static Map<String, String> with(Map<String, String> line, String field, String value) {
        var changed = new LinkedHashMap<>(line);
        changed.put(field, value);
        return changed;
    }

    static Map<String, String> without(Map<String, String> line, String field) {
        var changed = new LinkedHashMap<>(line);
        changed.remove(field);
        return changed;
    }

    static String json(Map<String, String> line) {
        return line.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    static byte[] bytes(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] body) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
