package io.retrace.delivery.opendsr;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A processor’s signed word that it has a request or takes it back (OpenDSR 2.0 §7.3, §7.5).
 *
 * @param request the request as it repeats it, or {@code null} if it does not
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record Receipt(UUID requestId, @Nullable Instant expectedBy, byte @Nullable [] request) {

    public static Receipt read(byte[] body) throws Malformed {
        var fields = Fields.of(body);
        return new Receipt(
                fields.guid("subject_request_id"),
                fields.time("expected_completion_time"),
                decoded(fields.text("encoded_request")));
    }

    private static byte @Nullable [] decoded(@Nullable String base64) throws Malformed {
        if (base64 == null) return null;
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Malformed("encoded_request");
        }
    }
}
