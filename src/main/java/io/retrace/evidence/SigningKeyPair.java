package io.retrace.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Ed25519 key pairs (RFC 8032), new or from their private half (PKCS#8, RFC 8410). */
final class SigningKeyPair {

    private SigningKeyPair() {}

    static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /** Throws {@link IllegalArgumentException} without naming the key if it cannot be used. */
    static KeyPair fromProperty(String base64) {
        try {
            return ofPrivate(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "retrace.evidence.signing-key is not an Ed25519 private key (PKCS#8 in Base64)", e);
        }
    }

    static KeyPair ofPrivate(byte[] pkcs8) {
        try {
            var key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return pairOf(key, seed(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key in PKCS#8", e);
        }
    }

    private static byte[] seed(PrivateKey key) {
        return ((EdECPrivateKey) key)
                .getBytes()
                .orElseThrow(() -> new IllegalArgumentException("the private key is not at hand"));
    }

    /**
     * The JDK computes a public key nowhere but when it generates a pair, so let it draw this seed. Whoever makes a signer of
     * the pair checks that the halves belong together.
     */
    private static KeyPair pairOf(PrivateKey key, byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
        return new KeyPair(generator.generateKeyPair().getPublic(), key);
    }

    private static final class Fixed extends SecureRandom {

        private final transient byte[] seed;

        Fixed(byte[] seed) {
            super(null, null);
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] target) {
            if (target.length != seed.length) throw new IllegalStateException("an Ed25519 seed has 32 bytes");
            System.arraycopy(seed, 0, target, 0, seed.length);
        }
    }
}
