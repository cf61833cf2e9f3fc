package io.retrace.access;

import io.retrace.access.SealedFormat.ChunkCipher;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/** Reads any part of a sealed file; a byte is handed out only after its whole chunk proved authentic. */
final class SealedFile implements Closeable {

    private final SeekableByteChannel file;
    private final long length;
    private final ChunkCipher chunks;
    private final Cipher cipher = SealedFormat.cipher();
    private final ByteBuffer sealed = ByteBuffer.allocate(SealedFormat.CHUNK + SealedFormat.TAG);
    private final byte[] plain = new byte[SealedFormat.CHUNK];

    /** {@code length} of the content, as noted when it was sealed; a file of another size is refused at once. */
    SealedFile(SeekableByteChannel file, byte[] key, String context, long length) throws IOException {
        this.file = file;
        this.length = length;
        if (file.size() != SealedFormat.sealedLength(length)) throw new Damaged("not as long as it was");
        var header = ByteBuffer.allocate(SealedFormat.HEADER);
        read(0, header);
        if (!SealedFormat.isHeader(header.array())) throw new Damaged("no header");
        this.chunks = ChunkCipher.of(key, header.array(), context);
    }

    /** What does not open: altered, cut off, put in another order, or sealed with another key. */
    static final class Damaged extends IOException {
        Damaged(String what) {
            super("a sealed file does not open: " + what);
        }
    }

    long length() {
        return length;
    }

    /** Copies {@code count} bytes of the content from {@code start}. */
    void copy(long start, long count, OutputStream out) throws IOException {
        Objects.checkFromIndexSize(start, count, length);
        for (long at = start; at < start + count; ) {
            long number = at / SealedFormat.CHUNK;
            int size = open(number);
            int from = (int) (at - number * SealedFormat.CHUNK);
            int part = (int) Math.min(size - from, start + count - at);
            out.write(plain, from, part);
            at += part;
        }
    }

    private int open(long number) throws IOException {
        boolean last = number == SealedFormat.chunks(length) - 1;
        int size = (int) Math.min(SealedFormat.CHUNK, length - number * SealedFormat.CHUNK);
        sealed.clear().limit(size + SealedFormat.TAG);
        read(SealedFormat.HEADER + number * (SealedFormat.CHUNK + SealedFormat.TAG), sealed);
        try {
            return chunks.at(cipher, Cipher.DECRYPT_MODE, number, last)
                    .doFinal(sealed.array(), 0, size + SealedFormat.TAG, plain);
        } catch (AEADBadTagException e) {
            throw new Damaged("chunk " + number);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    private void read(long position, ByteBuffer into) throws IOException {
        file.position(position);
        while (into.hasRemaining()) {
            if (file.read(into) < 0) throw new Damaged("cut off");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
