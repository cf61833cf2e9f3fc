package io.retrace.delivery.opendsr;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a request stands, as a processor answers when it is asked (OpenDSR 2.0 §7.4) or says by itself (§7.6).
 *
 * @param expectedBy when it expects to be done
 * @param callbackUrl where it believes it writes to; real processors leave it out
 * @param attestation what it attests, in the shape of our API: from {@code extensions}, under its own domain
 * @param refusal why it refuses, in its words: from there, too
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record StatusReport(
        UUID requestId,
        RequestStatus status,
        @Nullable Instant expectedBy,
        @Nullable String callbackUrl,
        byte @Nullable [] attestation,
        @Nullable String refusal) {

    private static final int LONGEST_REFUSAL = 2_000;

    /** Reads it, with the part of {@code extensions} that stands under this domain and no other. */
    public static StatusReport read(byte[] body, String domain) throws Malformed {
        var fields = Fields.of(body);
        var word = fields.text("request_status");
        var status = word == null ? null : RequestStatus.of(word).orElse(null);
        if (status == null) throw new Malformed("request_status");
        var extension = fields.node("extensions").path(domain);
        var attestation = extension.path("attestation");
        var refusal = extension.path("refusal").path("reason");
        return new StatusReport(
                fields.guid("subject_request_id"),
                status,
                fields.time("expected_completion_time"),
                fields.text("status_callback_url"),
                attestation.isObject() ? Fields.JSON.writeValueAsBytes(attestation) : null,
                refusal.isString() ? cut(refusal.asString()) : null);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_REFUSAL ? text : text.substring(0, LONGEST_REFUSAL);
    }
}
