package io.retrace.evidence.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * A named Ed25519 public key that notes are checked with (C2SP signed-note v1.0.0), written
 * {@code name+hex(key id)+base64(0x01 || public key)}.
 */
public final class VerifierKey {

    private static final byte ED25519 = 1;

    /**
     * Points of small order, sign bit aside, in every spelling (RFC 8032 §5.1.3 little-endian): under such a key anybody can
     * sign, and programs differ in whether they notice.
     */
    private static final Set<String> SMALL = Set.of(
            "00".repeat(32),
            "01" + "00".repeat(31),
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ec" + "ff".repeat(30) + "7f",
            "ed" + "ff".repeat(30) + "7f",
            "ee" + "ff".repeat(30) + "7f");

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
        if (isSmall(key)) throw new VerificationException("a key under which anybody can sign");
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

    private static boolean isSmall(byte[] key) {
        var point = Arrays.copyOfRange(key, 1, key.length);
        point[point.length - 1] &= 0x7f;
        return SMALL.contains(HexFormat.of().formatHex(point));
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
