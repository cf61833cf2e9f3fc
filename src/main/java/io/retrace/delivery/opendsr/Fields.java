package io.retrace.delivery.opendsr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a processor wrote: strict about what we rely on, deaf to the rest, since real ones add and leave out. */
final class Fields {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private final JsonNode object;

    private Fields(JsonNode object) {
        this.object = object;
    }

    static Fields of(byte[] body) throws Malformed {
        try {
            var node = JSON.readTree(body);
            if (node == null || !node.isObject()) throw new Malformed("body");
            return new Fields(node);
        } catch (JacksonException e) {
            throw new Malformed("body");
        }
    }

    UUID guid(String name) throws Malformed {
        var text = text(name);
        if (text == null || !GUID.matcher(text).matches()) throw new Malformed(name);
        return UUID.fromString(text);
    }

    @Nullable
    String text(String name) {
        var value = object.path(name);
        return value.isString() ? value.asString() : null;
    }

    /** RFC 3339; {@code null} if it is missing or nothing we understand. */
    @Nullable
    Instant time(String name) {
        var text = text(name);
        if (text == null) return null;
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    JsonNode node(String name) {
        return object.path(name);
    }
}
