package io.retrace.evidence.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The three hashes of a Merkle tree (RFC 9162 §2.1.1), SHA-256, 32 bytes each; leaf and node can never be confused. */
public final class MerkleHash {

    /** Bytes of a hash. */
    public static final int SIZE = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleHash() {}

    /** Root of the tree without leaves: {@code SHA-256("")}. */
    public static byte[] empty() {
        return sha256().digest();
    }

    /** Hash of a leaf: {@code SHA-256(0x00 || entry)}. */
    public static byte[] leaf(byte[] entry) {
        var sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(entry);
    }

    /** Hash of an inner node: {@code SHA-256(0x01 || left || right)}. */
    public static byte[] node(byte[] left, byte[] right) {
        var hash = new byte[SIZE];
        node(sha256(), left, right, hash);
        return hash;
    }

    /** The same into {@code target}, which may be one of the two; for trees of millions that must not feed the collector. */
    static void node(MessageDigest sha256, byte[] left, byte[] right, byte[] target) {
        sha256.update(NODE);
        sha256.update(left);
        sha256.update(right);
        finish(sha256, target);
    }

    static void leaf(MessageDigest sha256, byte[] entry, byte[] target) {
        sha256.update(LEAF);
        sha256.update(entry);
        finish(sha256, target);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void finish(MessageDigest sha256, byte[] target) {
        try {
            sha256.digest(target, 0, SIZE);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 digest has " + SIZE + " bytes", e);
        }
    }
}
