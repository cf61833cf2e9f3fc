package io.retrace.access;

import io.retrace.access.SealedFormat.ChunkCipher;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Cipher;

/** Writes a sealed file. Only {@link #finish} makes it whole: what was cut off before never opens to its end. */
final class SealedOutput extends OutputStream {

    private final OutputStream out;
    private final ChunkCipher chunks;
    private final Cipher cipher = SealedFormat.cipher();
    private final byte[] chunk = new byte[SealedFormat.CHUNK];
    private final byte[] sealed = new byte[SealedFormat.CHUNK + SealedFormat.TAG];
    private int filled;
    private long number;
    private long length;

    SealedOutput(OutputStream out, byte[] key, String context) throws IOException {
        this(out, key, context, SealedFormat.newHeader());
    }

    SealedOutput(OutputStream out, byte[] key, String context, byte[] header) throws IOException {
        this.out = out;
        this.chunks = ChunkCipher.of(key, header, context);
        out.write(header);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        for (int done = 0; done < count; ) {
            if (filled == chunk.length) seal(false); // only now is it known that it was not the last
            int part = Math.min(count - done, chunk.length - filled);
            System.arraycopy(bytes, from + done, chunk, filled, part);
            filled += part;
            done += part;
        }
        length += count;
    }

    /** Writes the last chunk; returns the length of the content. */
    long finish() throws IOException {
        seal(true);
        out.flush();
        return length;
    }

    private void seal(boolean last) throws IOException {
        try {
            int size = chunks.at(cipher, Cipher.ENCRYPT_MODE, number++, last).doFinal(chunk, 0, filled, sealed);
            out.write(sealed, 0, size);
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
