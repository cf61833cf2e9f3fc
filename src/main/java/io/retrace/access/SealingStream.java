package io.retrace.access;

import java.io.IOException;
import java.io.OutputStream;

/** Seals what is written, chunk by chunk. Only {@link #finish} makes it whole: what is merely closed does not open. */
final class SealingStream extends OutputStream {

    private final OutputStream out;
    private final Sealing sealing;
    private final byte[] chunk = new byte[Sealing.CHUNK];
    private int filled;
    private long number;

    SealingStream(OutputStream out, Sealing sealing) {
        this.out = out;
        this.sealing = sealing;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int at = offset, end = offset + length; at < end; ) {
            if (filled == Sealing.CHUNK) flushChunk(false); // not before more comes: the last chunk is marked as such
            int fits = Math.min(end - at, Sealing.CHUNK - filled);
            System.arraycopy(bytes, at, chunk, filled, fits);
            filled += fits;
            at += fits;
        }
    }

    void finish() throws IOException {
        flushChunk(true);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void flushChunk(boolean last) throws IOException {
        out.write(sealing.seal(chunk, filled, number++, last));
        filled = 0;
    }
}
