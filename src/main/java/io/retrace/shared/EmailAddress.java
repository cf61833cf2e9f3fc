package io.retrace.shared;

import java.util.regex.Pattern;

/** An e-mail address, checked for length (RFC 5321 §4.5.3.1), characters and shape; masked in {@link #toString()}. */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>\"(),;:\\\\\\[\\]]{1,64}@[^\\s@<>\"(),;:\\\\\\[\\]]{1,253}");

    public EmailAddress {
        if (value.length() > 254) throw new IllegalArgumentException("an e-mail address has at most 254 characters");
        if (!SHAPE.matcher(value).matches()) throw new IllegalArgumentException("not an e-mail address");
    }

    /** What stands behind the @. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return value.charAt(0) + "…" + value.substring(value.indexOf('@'));
    }
}
