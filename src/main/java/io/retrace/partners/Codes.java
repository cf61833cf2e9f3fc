package io.retrace.partners;

import io.retrace.shared.DomainException.RuleViolation;
import java.util.regex.Pattern;

/** The shape of slugs and purpose codes: lower-case letters, digits and dashes, at most 48. */
final class Codes {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");

    private Codes() {}

    static String check(String field, String code) {
        if (code.length() > 48 || !SHAPE.matcher(code).matches()) {
            throw new RuleViolation(field, "error.field-malformed");
        }
        return code;
    }
}
