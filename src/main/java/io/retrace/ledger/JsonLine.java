package io.retrace.ledger;

import io.retrace.ledger.RefusedLine.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads any line by the book (RFC 8259, RFC 3629) and says what is wrong with it. */
final class JsonLine {

    private static final JsonFactory JSON = new JsonFactory();
    /** So much of a name that we do not know is repeated in the report. */
    private static final int NAME = 64;

    private final LineFields fields;
    private final byte[] values = new byte[Lines.LONGEST];
    private int length;

    JsonLine(LineFields fields) {
        this.fields = fields;
    }

    /** Fills the fields; returns the refusal if the line is none, else {@code null}. */
    @Nullable
    RefusedLine read(byte[] line, int start, int end, long number) {
        fields.begin(values);
        length = 0;
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, start, end - start));
            try (var parser = JSON.createParser(ObjectReadContext.empty(), text.toString())) {
                return read(parser, number);
            }
        } catch (CharacterCodingException e) {
            return new RefusedLine(number, null, Reason.NOT_UTF_8);
        } catch (JacksonException e) {
            return new RefusedLine(number, null, Reason.MALFORMED_JSON);
        }
    }

    private @Nullable RefusedLine read(JsonParser parser, long number) {
        var first = parser.nextToken();
        if (first == null) return new RefusedLine(number, null, Reason.MALFORMED_JSON);
        if (first != JsonToken.START_OBJECT) return new RefusedLine(number, null, rest(parser, Reason.WRONG_TYPE));
        @Nullable RefusedLine refused = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            var reason = field(parser, fields.indexOf(name));
            if (reason != null && refused == null) refused = new RefusedLine(number, shortened(name), reason);
            parser.skipChildren();
        }
        // what is not JSON to its end is reported as that, whatever its fields say
        if (parser.nextToken() != null) return new RefusedLine(number, null, Reason.MALFORMED_JSON);
        return refused;
    }

    private @Nullable Reason field(JsonParser parser, int field) {
        if (field < 0) return Reason.UNKNOWN_FIELD;
        if (fields.has(field)) return Reason.REPEATED_FIELD;
        return switch (parser.currentToken()) {
            case VALUE_STRING -> {
                put(field, parser.getString());
                yield null;
            }
            case VALUE_NULL -> null; // like absent
            default -> Reason.WRONG_TYPE;
        };
    }

    private void put(int field, String value) {
        int from = length;
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            values[length++] = character < 0x7f ? (byte) character : 0;
        }
        fields.put(field, from, length);
    }

    private static Reason rest(JsonParser parser, Reason reason) {
        parser.skipChildren();
        return parser.nextToken() == null ? reason : Reason.MALFORMED_JSON;
    }

    /** Also harmless: half a surrogate pair could not be written into the report. */
    private static String shortened(String name) {
        return name.substring(0, Math.min(NAME, name.length())).replaceAll("[^ -~]", "?");
    }
}
