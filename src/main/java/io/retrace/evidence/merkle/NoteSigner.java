package io.retrace.evidence.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;

/** Signs notes (C2SP signed-note v1.0.0) with an Ed25519 key under a name. */
public final class NoteSigner {

    private final VerifierKey verifierKey;
    private final PrivateKey privateKey;

    /** Throws {@link IllegalArgumentException} if the two keys are no pair: what such a signer signs, nobody could check. */
    public NoteSigner(String name, PublicKey publicKey, PrivateKey privateKey) {
        this.verifierKey = VerifierKey.of(name, publicKey);
        this.privateKey = privateKey;
        var probe = name.getBytes(StandardCharsets.UTF_8);
        if (!verifierKey.verifies(probe, Ed25519.sign(privateKey, probe))) {
            throw new IllegalArgumentException("the public key does not belong to the private key");
        }
    }

    /** What to give to those who verify. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** The note: text, empty line, signature line. The text ends with a line feed and holds no other control character. */
    public String sign(String text) {
        if (!SignedNote.isText(text))
            throw new IllegalArgumentException("a note’s text is lines without control characters");
        var signature = Ed25519.sign(privateKey, text.getBytes(StandardCharsets.UTF_8));
        var line = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(verifierKey.id())
                .put(signature);
        return text + "\n— " + verifierKey.name() + " " + StrictBase64.encode(line.array()) + "\n";
    }

    @Override
    public String toString() {
        return verifierKey.toString();
    }
}
