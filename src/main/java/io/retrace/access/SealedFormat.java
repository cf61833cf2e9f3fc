package io.retrace.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A long file in chunks of AES-256-GCM, each of them authentic on its own, so that any part can be read without the rest:
 * the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015). The nonce of a chunk is
 * {@code 7 random bytes || its number (4 bytes) || 1 if it is the last, else 0}, so a chunk that is moved, repeated, left out or
 * cut off does not open. A key seals one file and no other.
 *
 * <p>File: {@code "RTS1" || 7 random bytes || chunks}. A chunk is 65,536 bytes of content (the last one 0 to 65,536) and a
 * 16-byte tag; the context — what the file is and whose — is authenticated with every chunk.
 */
final class SealedFormat {

    static final int CHUNK = 1 << 16;
    static final int TAG = 16;
    static final int PREFIX = 7;
    static final int HEADER = 4 + PREFIX;

    private static final byte[] MAGIC = "RTS1".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedFormat() {}

    static byte[] newKey() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    static byte[] newHeader() {
        var prefix = new byte[PREFIX];
        RANDOM.nextBytes(prefix);
        return ByteBuffer.allocate(HEADER).put(MAGIC).put(prefix).array();
    }

    static boolean isHeader(byte[] header) {
        return header.length == HEADER
                && ByteBuffer.wrap(header, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    /** Chunks of a file with this content; an empty file has one, so that its end is authentic too. */
    static long chunks(long length) {
        return Math.max(1, Math.ceilDiv(length, (long) CHUNK));
    }

    /** How long the sealed file of this content is. */
    static long sealedLength(long length) {
        return HEADER + length + chunks(length) * TAG;
    }

    /** The cipher of one file: a chunk after the other, each with its own nonce. */
    record ChunkCipher(SecretKey key, byte[] header, byte[] context) {

        static ChunkCipher of(byte[] key, byte[] header, String context) {
            return new ChunkCipher(
                    new SecretKeySpec(key, "AES"), header.clone(), context.getBytes(StandardCharsets.UTF_8));
        }

        /** For one chunk; {@code mode} as {@link Cipher#init} has it. */
        Cipher at(Cipher cipher, int mode, long number, boolean last) throws GeneralSecurityException {
            if (number < 0 || number > 0xffff_ffffL) throw new IllegalStateException("too many chunks for one key");
            var nonce = ByteBuffer.allocate(12)
                    .put(header, MAGIC.length, PREFIX)
                    .putInt((int) number)
                    .put((byte) (last ? 1 : 0));
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce.array()));
            cipher.updateAAD(header);
            cipher.updateAAD(context);
            return cipher;
        }
    }

    static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }
}
