package io.retrace.evidence.verify;

import java.util.List;
import java.util.Map;

/** A JSON value (RFC 8259) within the limits of I-JSON (RFC 7493), which is what RFC 8785 can canonicalise. */
sealed interface Json {

    /** Members in the order of the text; no name twice. */
    record Members(Map<String, Json> byName) implements Json {}

    record Elements(List<Json> inOrder) implements Json {}

    record Text(String value) implements Json {}

    record Figure(double value) implements Json {}

    /** The three words of JSON. */
    enum Word implements Json {
        TRUE,
        FALSE,
        NULL
    }
}
