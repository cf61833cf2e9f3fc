package io.retrace.shared.web;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Where in a JSON document something is wrong, as {@code items[3].answer}. */
final class FieldPath {

    private FieldPath() {}

    static String of(JacksonException exception) {
        return exception.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
