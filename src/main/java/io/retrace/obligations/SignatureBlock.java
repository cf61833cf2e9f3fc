package io.retrace.obligations;

import io.retrace.partners.SigningKey;
import io.retrace.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Who vouches for an answer, so that anybody can check it: {@code Ed25519(key, signed) = signature}.
 *
 * @param signer {@code company} or {@code portal}
 * @param signed exactly the bytes under the signature; {@code null} once they are forgotten, because they named files of an
 *     erased person
 * @param digest SHA-256 of those bytes
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one answer and is never compared
public record SignatureBlock(
        String signer, Scheme scheme, SigningKey key, byte @Nullable [] signed, Sha256 digest, byte[] signature) {

    SignatureBlock(String signer, Scheme scheme, SigningKey key, byte[] signed, byte[] signature) {
        this(signer, scheme, key, signed, Sha256.of(signed), signature);
    }

    /** How the signed bytes are put together. */
    public enum Scheme {
        /** {@code protected.body} (RFC 7797). */
        JWS("jws"),
        /** {@code id.timestamp.body}. */
        STANDARD_WEBHOOKS("standard-webhooks"),
        /** Canonical JSON (RFC 8785) that binds the answer to who declared it. */
        COUNTERSIGNATURE("countersignature");

        private final String key;

        Scheme(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
