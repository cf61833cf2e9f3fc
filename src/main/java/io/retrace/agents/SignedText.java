package io.retrace.agents;

import io.retrace.partners.SigningKey;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A message in libsodium’s combined mode, in Base64: 64 bytes of Ed25519 signature, then the JSON that they are over (§3.07.1).
 * Nothing of it is read before the signature was found good.
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record SignedText(byte[] bytes) {

    private static final int SIGNATURE = 64;

    /** Throws {@link Refused} if it is no Base64 of anything that could be signed. */
    static SignedText decode(byte[] body) {
        try {
            var text = new String(body, StandardCharsets.ISO_8859_1).strip(); // many encoders end with a line feed
            var bytes = Base64.getDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
            if (bytes.length <= SIGNATURE) throw new Refused(Flaw.NOT_BASE64);
            return new SignedText(bytes);
        } catch (IllegalArgumentException e) {
            throw new Refused(Flaw.NOT_BASE64);
        }
    }

    /** What was signed; throws {@link Refused} if this key did not sign it. */
    byte[] openedWith(SigningKey key) {
        var message = Arrays.copyOfRange(bytes, SIGNATURE, bytes.length);
        if (!key.verifies(message, Arrays.copyOf(bytes, SIGNATURE))) throw new Refused(Flaw.BAD_SIGNATURE);
        return message;
    }

    /** Recognises this very message, however its Base64 was written. */
    Sha256 digest() {
        return Sha256.of(bytes);
    }
}
