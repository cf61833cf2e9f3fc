package io.retrace.evidence.merkle;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;

/** Fresh keys for tests; nothing signed with one means anything. */
final class TestKeys {

    private TestKeys() {}

    static NoteSigner signer(String name) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(name, pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
