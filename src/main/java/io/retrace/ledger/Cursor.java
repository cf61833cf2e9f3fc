package io.retrace.ledger;

import io.retrace.shared.DomainException.RuleViolation;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last id of a slice, in a form that nobody is tempted to build. */
final class Cursor {

    private Cursor() {}

    static String write(UUID last) {
        var bytes =
                ByteBuffer.allocate(16).putLong(last.getMostSignificantBits()).putLong(last.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Throws {@code RuleViolation} on anything that {@link #write} did not write. */
    static @Nullable UUID read(@Nullable String cursor) {
        if (cursor == null) return null;
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == 16) return new UUID(bytes.getLong(), bytes.getLong());
        } catch (IllegalArgumentException e) {
            // the same answer as for a wrong length
        }
        throw new RuleViolation("after", "error.field-malformed");
    }
}
