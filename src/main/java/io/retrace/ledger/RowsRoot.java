package io.retrace.ledger;

import io.retrace.shared.Sha256;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Root of the RFC 9162 tree over rows, row by row, in memory that does not grow. Its own few lines and not those of
 * {@code evidence.merkle}: evidence reads the modules above the ledger, so the ledger cannot stand on it.
 */
final class RowsRoot {

    private static final int HASH = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256 = sha256();
    private final byte[][] edge =
            new byte[Long.SIZE - 1][HASH]; // hash of the complete subtree of 2^i rows, where size has bit i
    private final byte[] carry = new byte[HASH];
    private long size;

    void add(byte[] row) {
        sha256.update(LEAF);
        sha256.update(row);
        finish();
        int level = 0;
        for (; (size >> level & 1) == 1; level++) join(edge[level]);
        System.arraycopy(carry, 0, edge[level], 0, HASH);
        size++;
    }

    Sha256 value() {
        if (size == 0) return new Sha256(sha256.digest());
        int lowest = Long.numberOfTrailingZeros(size);
        System.arraycopy(edge[lowest], 0, carry, 0, HASH);
        for (int level = lowest + 1; size >> level != 0; level++) if ((size >> level & 1) == 1) join(edge[level]);
        return new Sha256(carry);
    }

    private void join(byte[] left) {
        sha256.update(NODE);
        sha256.update(left);
        sha256.update(carry);
        finish();
    }

    private void finish() {
        try {
            sha256.digest(carry, 0, HASH);
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes hold a SHA-256 digest", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
