package io.retrace.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets at rest with AES-256-GCM (NIST SP 800-38D) under {@code retrace.secret-key}, 32 bytes in Base64.
 * A sealed secret is {@code version 1 || 12-byte random nonce || ciphertext and 16-byte tag}.
 */
@Component
public final class SecretBox {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    public SecretBox(@Value("${retrace.secret-key:}") String base64Key) {
        this.key = new SecretKeySpec(decode(base64Key.strip()), "AES");
    }

    /** Encrypts; only {@link #open} with the same context (what it is and whose, such as {@code "webhook-key:7"}) undoes it. */
    public byte[] seal(byte[] secret, String context) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(secret);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    /** Decrypts; throws {@link IllegalArgumentException} if it was altered, moved to another context or sealed by another key. */
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length < 1 + NONCE + TAG_BITS / 8 || sealed[0] != VERSION) {
            throw new IllegalArgumentException("not a sealed secret");
        }
        var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException(
                    "the secret “" + context + "” does not open: retrace.secret-key is not the one that sealed it, "
                            + "or it was altered",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    /**
     * A keyed digest (HMAC-SHA256, RFC 2104) of a text that may be guessed: recognises it, and tells nobody without the key
     * what it was. The context keeps digests of different uses apart.
     */
    public byte[] mac(String context, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(macKey(context), "HmacSHA256"));
            for (var part : parts) mac.update(part);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /** A key of its own for each context, so that the encryption key itself signs nothing that anybody sees. */
    private byte[] macKey(String context) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
        return mac.doFinal(("mac:" + context).getBytes(StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] decode(String base64Key) {
        if (base64Key.isEmpty()) throw new UnusableKey("retrace.secret-key is not set");
        try {
            var key = Base64.getDecoder().decode(base64Key);
            if (key.length != 32)
                throw new UnusableKey("retrace.secret-key decodes to " + key.length + " bytes instead of 32");
            return key;
        } catch (IllegalArgumentException e) {
            throw new UnusableKey("retrace.secret-key is not Base64");
        }
    }

    /** Start-up cannot go on without a key; never carries the key itself. */
    static final class UnusableKey extends RuntimeException {
        UnusableKey(String message) {
            super(message);
        }
    }
}
