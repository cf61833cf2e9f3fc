package io.retrace.partners;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Ed25519 keys (RFC 8032), one pair per endpoint, so that one company’s key says nothing to another. */
final class EndpointKeys {

    private static final int RAW = 32;

    private EndpointKeys() {}

    static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /** The 32 bytes of the key: the tail of its SubjectPublicKeyInfo (RFC 8410 §4). */
    static byte[] raw(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length);
    }

    /** As Standard Webhooks writes it. */
    static String text(byte[] raw) {
        return "whpk_" + Base64.getEncoder().encodeToString(raw);
    }

    static PrivateKey privateKey(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored endpoint key cannot be read", e);
        }
    }
}
