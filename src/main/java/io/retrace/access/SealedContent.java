package io.retrace.access;

import io.retrace.access.inspection.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A company’s stored file, decrypted as it is read, from any place. */
final class SealedContent implements Content {

    private final FileStore store;
    private final FileKey key;
    private final long size;

    SealedContent(FileStore store, FileKey key, long size) {
        this.store = store;
        this.key = key;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream from(long offset) throws IOException {
        Objects.checkIndex(offset, size + 1);
        var stored = store.open(key.stored());
        try {
            return new Opened(new SealedFile(stored, key.bytes(), key.context(), size), offset);
        } catch (IOException e) {
            stored.close();
            throw e;
        }
    }

    private final class Opened extends InputStream {

        private final SealedFile file;
        private long at;

        Opened(SealedFile file, long at) {
            this.file = file;
            this.at = at;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) return 0;
            int read = file.read(at, into, offset, length);
            if (read > 0) at += read;
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
            file.close();
        }
    }
}
