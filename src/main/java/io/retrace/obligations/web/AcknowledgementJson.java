package io.retrace.obligations.web;

import io.retrace.shared.DomainException.RuleViolation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** “We are working on it”, with the day it expects to be done if it can say. */
final class AcknowledgementJson {

    private static final String EXPECTED_BY = "expected_by";

    private AcknowledgementJson() {}

    /** The day that was sent, or null; a field we do not know, or what is no day, breaks a rule. */
    static @Nullable LocalDate expectedBy(@Nullable Map<String, @Nullable Object> body) {
        if (body == null) return null;
        for (var field : body.keySet()) {
            if (!field.equals(EXPECTED_BY)) throw new RuleViolation(field, "error.answer.unknown-field");
        }
        var day = body.get(EXPECTED_BY);
        if (day == null) return null;
        try {
            return LocalDate.parse(day.toString());
        } catch (DateTimeException e) {
            throw new RuleViolation(EXPECTED_BY, "error.answer.wrong-kind");
        }
    }

    /** How it reads in the description of the API. */
    @Schema(name = "Acknowledgement")
    record Shape(@Schema(name = EXPECTED_BY) @Nullable LocalDate expectedBy) {}
}
