package io.retrace.identity;

import java.util.regex.Pattern;

/** The platform’s own name for a member, as its feed writes it: 1–64 of letters, digits, {@code . _ : -}. */
public record MemberRef(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    public MemberRef {
        if (value.isEmpty() || value.length() > 64) throw new IllegalArgumentException("1 to 64 characters");
        if (!SHAPE.matcher(value).matches()) throw new IllegalArgumentException("only letters, digits and . _ : -");
    }

    @Override
    public String toString() {
        return value;
    }
}
