package io.retrace.obligations;

import org.jspecify.annotations.Nullable;

/**
 * The signature that came with an answer: a detached JWS (RFC 7515, RFC 7797), or the three headers of Standard Webhooks.
 *
 * @param jws {@code protected..signature}; its protected header says {@code alg} EdDSA, {@code b64} false and, as
 *     {@code sub}, the obligation it is about
 * @param id begins with the obligation’s id, so that a signature says what it answers
 */
public record SignatureHeaders(
        @Nullable String jws,
        @Nullable String id,
        @Nullable String timestamp,
        @Nullable String signature) {

    public static final SignatureHeaders NONE = new SignatureHeaders(null, null, null, null);
    public static final String JWS = "x-jws-signature";
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";
}
