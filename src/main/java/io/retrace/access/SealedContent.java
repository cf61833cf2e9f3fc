package io.retrace.access;

import io.retrace.access.inspection.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.Objects;

/** A stored file, decrypted as it is read, from any place. */
final class SealedContent implements Content {

    private final FileStore store;
    private final String key;
    private final Sealing sealing;
    private final long size;

    SealedContent(FileStore store, String key, Sealing sealing, long size) {
        this.store = store;
        this.key = key;
        this.sealing = sealing;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream from(long offset) throws IOException {
        Objects.checkIndex(offset, size + 1);
        return new Opened(store.open(key), offset);
    }

    private final class Opened extends InputStream {

        private final SeekableByteChannel channel;
        private long at;
        private long chunkNo = -1;
        private byte[] chunk = {};

        Opened(SeekableByteChannel channel, long at) {
            this.channel = channel;
            this.at = at;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (at >= size) return -1;
            load(at / Sealing.CHUNK);
            int from = (int) (at % Sealing.CHUNK);
            int read = Math.min(length, chunk.length - from);
            System.arraycopy(chunk, from, into, offset, read);
            at += read;
            return read;
        }

        @Override
        public long skip(long bytes) {
            long skipped = Math.clamp(bytes, 0, size - at);
            at += skipped;
            return skipped;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        private void load(long number) throws IOException {
            if (number == chunkNo) return;
            boolean last = number == Sealing.chunks(size) - 1;
            int plain = last ? (int) (size - number * Sealing.CHUNK) : Sealing.CHUNK;
            var sealed = ByteBuffer.allocate(plain + Sealing.TAG);
            channel.position(number * (Sealing.CHUNK + Sealing.TAG));
            while (sealed.hasRemaining()) {
                if (channel.read(sealed) < 0) throw new IOException("stored file " + key + " ends too early");
            }
            try {
                chunk = sealing.open(sealed.array(), number, last);
                chunkNo = number;
            } catch (GeneralSecurityException e) {
                throw new IOException("stored file " + key + " was altered, or another key sealed it", e);
            }
        }
    }
}
