package io.retrace.access.inspection;

import io.retrace.access.inspection.ZipDirectory.Entry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * One entry, expanded as it is read. Before anything else it is read once as a whole: it must expand to what was claimed,
 * by length and checksum, from exactly the bytes that are its own.
 */
final class ZipEntryContent implements Content {

    private static final int HEADER = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int DESCRIBED_BEHIND = 1 << 3;

    private final Content archive;
    private final Entry entry;
    private final long data;
    private final long end;

    private ZipEntryContent(Content archive, Entry entry, long data, long end) {
        this.archive = archive;
        this.entry = entry;
        this.data = data;
        this.end = end;
    }

    /** @param expanding told how many bytes more it has expanded to; may throw to stop it */
    static ZipEntryContent open(Content archive, Entry entry, long mostEnd, IntConsumer expanding) throws IOException {
        if (entry.method() != STORED && entry.method() != DEFLATED) throw Refusals.because("zip-method");
        var header = ZipDirectory.bytes(archive, entry.offset(), HEADER);
        int name = header.getShort(26) & 0xffff;
        long data = entry.offset() + HEADER + name + (header.getShort(28) & 0xffff);
        long end = data + entry.packed();
        if (header.getInt(0) != 0x04034b50
                || (header.getShort(6) & 0xffff) != entry.flags()
                || (header.getShort(8) & 0xffff) != entry.method()
                || end > mostEnd
                || !sameName(archive, entry, name)) {
            throw ZipDirectory.broken();
        }
        boolean behind = (entry.flags() & DESCRIBED_BEHIND) != 0;
        if (!behind
                && ((header.getInt(14) & 0xffffffffL) != entry.checksum()
                        || (header.getInt(18) & 0xffffffffL) != entry.packed()
                        || (header.getInt(22) & 0xffffffffL) != entry.size())) {
            throw ZipDirectory.broken();
        }
        var content =
                new ZipEntryContent(archive, entry, data, behind ? descriptor(archive, entry, end, mostEnd) : end);
        content.verify(expanding);
        return content;
    }

    @Override
    public long size() {
        return entry.size();
    }

    @Override
    public InputStream from(long offset) throws IOException {
        var in = expand();
        in.skipNBytes(offset);
        return in;
    }

    /** The first byte that is no longer its own. */
    long end() {
        return end;
    }

    private static boolean sameName(Content archive, Entry entry, int length) throws IOException {
        var name = entry.name().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return length == name.length
                && Arrays.equals(
                        name,
                        ZipDirectory.bytes(archive, entry.offset() + HEADER, length)
                                .array());
    }

    /** Checksum and lengths behind the data (APPNOTE 4.3.9), with or without its signature. */
    private static long descriptor(Content archive, Entry entry, long at, long mostEnd) throws IOException {
        int length = (int) Math.min(16, mostEnd - at);
        if (length < 12) throw ZipDirectory.broken();
        var bytes = ZipDirectory.bytes(archive, at, length);
        int from = length == 16 && bytes.getInt(0) == 0x08074b50 ? 4 : 0;
        if ((bytes.getInt(from) & 0xffffffffL) != entry.checksum()
                || (bytes.getInt(from + 4) & 0xffffffffL) != entry.packed()
                || (bytes.getInt(from + 8) & 0xffffffffL) != entry.size()) {
            throw ZipDirectory.broken();
        }
        return at + from + 12;
    }

    private void verify(IntConsumer expanding) throws IOException {
        var checksum = new CRC32();
        long size = 0;
        long used = entry.packed();
        var inflater = new Inflater(true);
        try (var in = entry.method() == STORED ? packed() : new InflaterInputStream(packed(), inflater)) {
            var buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                expanding.accept(read);
                if (size > entry.size()) throw Refusals.because("zip-claims");
                checksum.update(buffer, 0, read);
            }
        } catch (ZipException | java.io.EOFException e) {
            throw ZipDirectory.broken();
        } finally {
            if (entry.method() == DEFLATED) used = inflater.getBytesRead();
            inflater.end();
        }
        if (size != entry.size() || checksum.getValue() != entry.checksum()) throw Refusals.because("zip-claims");
        if (used != entry.packed()) throw Refusals.polyglot(); // something lies behind the compressed data
    }

    private InputStream expand() throws IOException {
        if (entry.method() == STORED) return packed();
        var inflater = new Inflater(true);
        return new FilterInputStream(new InflaterInputStream(packed(), inflater)) {
            @Override
            public void close() throws IOException {
                inflater.end();
                super.close();
            }
        };
    }

    private InputStream packed() throws IOException {
        return new Part(archive.from(data), entry.packed());
    }

    /** The first so many bytes. */
    private static final class Part extends InputStream {

        private final InputStream in;
        private long left;

        Part(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) return -1;
            int next = in.read();
            if (next >= 0) left--;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (left <= 0) return -1;
            int read = in.read(into, offset, (int) Math.min(length, left));
            if (read > 0) left -= read;
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
