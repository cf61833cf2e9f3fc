package io.retrace.obligations.web;

import io.retrace.obligations.AnswerIntake;
import io.retrace.obligations.ForgedAnswer;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.SignatureHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.BiFunction;

/** An answer’s bytes as they came in, with the signature over them. */
@SuppressWarnings("ArrayRecordComponent") // lives for one answer and is never compared
record SignedBody(byte[] bytes, SignatureHeaders headers) {

    static final String NOT_ITS_OWN =
            "Your company registered a signing key, and the signature over the body (header x-jws-signature, a detached JWS,"
                    + " or the three headers of Standard Webhooks) is not by it";

    /** Throws {@code AnswerTooLarge} once the beginning of what is too long is kept with its verdict (T8). */
    static SignedBody read(HttpServletRequest request, ObligationId obligation, AnswerIntake intake)
            throws IOException {
        var bytes = request.getInputStream().readNBytes(AnswerIntake.MOST_BYTES + 1);
        if (bytes.length > AnswerIntake.MOST_BYTES) {
            intake.tooLong(obligation, bytes);
            throw new AnswerTooLarge();
        }
        return new SignedBody(
                bytes,
                new SignatureHeaders(
                        request.getHeader(SignatureHeaders.JWS),
                        request.getHeader(SignatureHeaders.ID),
                        request.getHeader(SignatureHeaders.TIMESTAMP),
                        request.getHeader(SignatureHeaders.SIGNATURE)));
    }

    /** Hands it in; a signature that is not the company’s own is told as 401. */
    <T> T handIn(BiFunction<byte[], SignatureHeaders, T> desk) {
        try {
            return desk.apply(bytes, headers);
        } catch (ForgedAnswer forged) {
            throw new BadSignature();
        }
    }
}
