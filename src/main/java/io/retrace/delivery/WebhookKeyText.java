package io.retrace.delivery;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Keys as Standard Webhooks 1.0 writes them: {@code whpk_} and {@code whsk_} with the raw Ed25519 key (RFC 8032),
 * {@code whsec_} with a shared secret of 24 to 64 bytes, each in Base64.
 */
public final class WebhookKeyText {

    // what stands before the 32 raw bytes in DER (RFC 8410)
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private WebhookKeyText() {}

    public static String of(PublicKey key) {
        return "whpk_" + base64(raw(key.getEncoded(), X509));
    }

    public static String of(PrivateKey key) {
        return "whsk_" + base64(raw(key.getEncoded(), PKCS8));
    }

    public static String of(byte[] secret) {
        return "whsec_" + base64(inRange(secret));
    }

    /** Reads {@code whpk_…}; throws {@link IllegalArgumentException} if it is none. */
    public static PublicKey publicKey(String text) {
        try {
            return factory().generatePublic(new X509EncodedKeySpec(der(X509, bytes("whpk_", text))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    /** Reads {@code whsk_…}: the seed alone, or followed by the public key as some libraries write it. */
    public static PrivateKey privateKey(String text) {
        var bytes = bytes("whsk_", text);
        try {
            return factory()
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(der(PKCS8, bytes.length == 64 ? Arrays.copyOf(bytes, 32) : bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key", e);
        }
    }

    /** Reads {@code whsec_…}; throws {@link IllegalArgumentException} if it is none. */
    public static byte[] secret(String text) {
        return inRange(bytes("whsec_", text));
    }

    private static byte[] inRange(byte[] secret) {
        if (secret.length < 24 || secret.length > 64) throw new IllegalArgumentException("24 to 64 bytes");
        return secret;
    }

    private static byte[] bytes(String prefix, String text) {
        if (!text.startsWith(prefix)) throw new IllegalArgumentException("does not start with " + prefix);
        return Base64.getDecoder().decode(text.substring(prefix.length()));
    }

    private static byte[] raw(byte[] der, byte[] head) {
        if (der.length != head.length + 32 || !Arrays.equals(head, Arrays.copyOf(der, head.length))) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        return Arrays.copyOfRange(der, head.length, der.length);
    }

    private static byte[] der(byte[] head, byte[] raw) {
        if (raw.length != 32) throw new IllegalArgumentException("32 bytes, not " + raw.length);
        var der = Arrays.copyOf(head, head.length + 32);
        System.arraycopy(raw, 0, der, head.length, 32);
        return der;
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
