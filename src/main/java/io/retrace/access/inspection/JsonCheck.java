package io.retrace.access.inspection;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;

/** One JSON value (RFC 8259), read token by token, and nothing after it. */
final class JsonCheck {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonCheck() {}

    static void check(Content content) throws IOException {
        try (var in = content.from(0);
                var parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), in)) {
            int depth = 0;
            boolean complete = false;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (complete) throw Refusals.broken(FileType.JSON);
                if (token.isStructStart()) depth++;
                if (token.isStructEnd()) depth--;
                complete = depth == 0;
            }
            if (!complete) throw Refusals.broken(FileType.JSON);
        } catch (JacksonException e) {
            throw Refusals.broken(FileType.JSON);
        }
    }
}
