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
    private long opened = -1;
    private int size;

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
        if (length == 0) open(0); // its end is authentic too
        for (long at = start; at < start + count; ) {
            int from = chunkAt(at);
            int part = (int) Math.min(size - from, start + count - at);
            out.write(plain, from, part);
            at += part;
        }
    }

    /** Reads what is left of one chunk, at most; -1 at the end. */
    int read(long at, byte[] into, int offset, int most) throws IOException {
        if (length == 0) open(0);
        if (at >= length) return -1;
        int from = chunkAt(at);
        int part = Math.min(size - from, most);
        System.arraycopy(plain, from, into, offset, part);
        return part;
    }

    /** Where in its chunk, which is open then, a byte of the content is. */
    private int chunkAt(long at) throws IOException {
        long number = at / SealedFormat.CHUNK;
        if (number != opened) open(number);
        return (int) (at - number * SealedFormat.CHUNK);
    }

    private void open(long number) throws IOException {
        opened = -1;
        boolean last = number == SealedFormat.chunks(length) - 1;
        size = (int) Math.min(SealedFormat.CHUNK, length - number * SealedFormat.CHUNK);
        sealed.clear().limit(size + SealedFormat.TAG);
        read(SealedFormat.HEADER + number * (SealedFormat.CHUNK + SealedFormat.TAG), sealed);
        try {
            chunks.at(cipher, Cipher.DECRYPT_MODE, number, last)
                    .doFinal(sealed.array(), 0, size + SealedFormat.TAG, plain);
            opened = number;
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
