package io.retrace.shared;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * A public reference people can read aloud, such as {@code R-7Q4M-2KX9}: a letter and eight characters of Crockford’s
 * base 32 (no I, L, O, U). It names; it grants nothing.
 */
public record Reference(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[A-Z]-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public Reference {
        if (value.length() != 11 || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a reference");
        }
    }

    /** A new random reference; the caller’s unique index decides the rare collision. */
    public static Reference next(char letter) {
        var text = new StringBuilder().append(letter);
        for (int i = 0; i < 8; i++) {
            if (i % 4 == 0) text.append('-');
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Reference(text.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
