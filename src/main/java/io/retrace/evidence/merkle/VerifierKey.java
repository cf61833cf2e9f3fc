package io.retrace.evidence.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A named Ed25519 public key that notes are checked with (C2SP signed-note v1.0.0), written
 * {@code name+hex(key id)+base64(0x01 || public key)}.
 */
public final class VerifierKey {

    private static final byte ED25519 = 1;

    private final String name;
    private final byte[] publicKey;

    private VerifierKey(String name, byte[] publicKey) {
        if (!isName(name)) throw new IllegalArgumentException("not a key name: no blank, no plus sign, not empty");
        this.name = name;
        this.publicKey = publicKey;
    }

    /** The key under this name; throws {@link IllegalArgumentException} if the name or the key will not do. */
    public static VerifierKey of(String name, PublicKey key) {
        return new VerifierKey(name, Ed25519.raw(key));
    }

    /** Parses the text form and checks that the key id belongs to name and key. */
    public static VerifierKey parse(String text) throws VerificationException {
        var parts = text.split("\\+", 3);
        if (parts.length != 3 || !isName(parts[0])) throw new VerificationException("not a verifier key");
        var key = StrictBase64.decode(parts[2]);
        if (key.length != 1 + Ed25519.KEY_SIZE || key[0] != ED25519) {
            throw new VerificationException("not an Ed25519 verifier key");
        }
        var parsed = new VerifierKey(parts[0], Arrays.copyOfRange(key, 1, key.length));
        if (!parsed.idText().equals(parts[1])) throw new VerificationException("the key id does not belong to the key");
        return parsed;
    }

    /** Who signs: for a log its origin. */
    public String name() {
        return name;
    }

    /** First four bytes of {@code SHA-256(name || 0x0A || 0x01 || public key)}, big-endian. */
    public int id() {
        var sha256 = MerkleHash.sha256();
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        sha256.update(ED25519);
        return ByteBuffer.wrap(sha256.digest(publicKey)).getInt();
    }

    boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verify(publicKey, message, signature);
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+' || c < 0x20 || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private String idText() {
        return HexFormat.of().toHexDigits(id());
    }

    @Override
    public String toString() {
        var key = ByteBuffer.allocate(1 + publicKey.length).put(ED25519).put(publicKey);
        return name + "+" + idText() + "+" + StrictBase64.encode(key.array());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && MessageDigest.isEqual(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return id();
    }
}
