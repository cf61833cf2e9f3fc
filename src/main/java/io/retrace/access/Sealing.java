package io.retrace.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM in chunks, after STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015): each chunk is sealed under its number
 * and whether it is the last, so that chunks cannot be changed, moved, dropped or cut off, and any one can be read alone.
 * The key is one file’s own, which makes the nonces its own too.
 */
record Sealing(byte[] key, String file) {

    static final int CHUNK = 64 * 1024;
    static final int TAG = 16;
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    static byte[] newKey() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    /** How many chunks so many bytes make; never none, so that an empty file is sealed too. */
    static long chunks(long bytes) {
        return Math.max(1, (bytes + CHUNK - 1) / CHUNK);
    }

    byte[] seal(byte[] plain, int length, long number, boolean last) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    /** Throws if anything about it was altered. */
    byte[] open(byte[] sealed, long number, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(sealed);
    }

    private Cipher cipher(int mode, long number, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE)
                .putLong(3, number)
                .put(NONCE - 1, (byte) (last ? 1 : 0))
                .array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(file.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
