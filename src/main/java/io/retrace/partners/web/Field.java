package io.retrace.partners.web;

import io.retrace.shared.DomainException.RuleViolation;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of a body that must be there; a refusal names it as the caller wrote it. */
record Field(String name, String text) {

    static Field of(String name, @Nullable String text) {
        if (text == null) throw new RuleViolation(name, "error.field-missing");
        return new Field(name, text);
    }

    <T> T as(Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new RuleViolation(name, "error.field-malformed");
        }
    }
}
