package io.retrace.evidence;

import io.retrace.shared.SecretBox;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The secret half of a receipt’s link: 192 random bits. Its digest opens the page; sealed beside it, so that the person
 * can have the link again. Not derived from a key, or a change of keys would break every link out there.
 */
@Component
class ReceiptSecrets {

    private static final int BYTES = 24;

    private final SecretBox box;
    private final SecureRandom random = new SecureRandom();

    ReceiptSecrets(SecretBox box) {
        this.box = box;
    }

    /** A new secret as it is stored. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one insert and is never compared
    record Secret(Sha256 digest, byte[] sealed) {}

    Secret create(ReceiptId receipt) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encode(bytes);
        return new Secret(Sha256.of(text), box.seal(text, context(receipt)));
    }

    String open(ReceiptId receipt, byte[] sealed) {
        return new String(box.open(sealed, context(receipt)), StandardCharsets.US_ASCII);
    }

    static Sha256 digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String context(ReceiptId receipt) {
        return "receipt-link:" + receipt;
    }
}
