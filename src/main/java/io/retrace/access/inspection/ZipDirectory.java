package io.retrace.access.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The central directory of an archive (APPNOTE 4.3.12, 4.3.16), strictly: one disk, no ZIP64, no encryption, no links.
 *
 * @param offset where it begins
 * @param entries in the order in which they lie in the file
 */
record ZipDirectory(long offset, List<Entry> entries) {

    private static final int END_RECORD = 22;
    private static final int RECORD = 46;
    private static final int LONGEST_NAME = 1024;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int UNIX = 3;
    private static final int TYPE_BITS = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;

    /** One entry as the directory tells it. */
    record Entry(String name, int flags, int method, long checksum, long packed, long size, long offset) {

        boolean directory() {
            return name.endsWith("/");
        }

        String leaf() {
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }

    static ZipDirectory read(Content content, ZipLimits limits) throws IOException {
        if (content.size() < END_RECORD) throw broken();
        var end = bytes(content, content.size() - END_RECORD, END_RECORD);
        // no comment: the record stands at the very end, so that no program finds another one
        if (end.getInt(0) != 0x06054b50 || end.getShort(20) != 0) throw Refusals.because("zip-end");
        int count = end.getShort(10) & 0xffff;
        long length = end.getInt(12) & 0xffffffffL;
        long offset = end.getInt(16) & 0xffffffffL;
        if (end.getShort(4) != 0 || end.getShort(6) != 0 || (end.getShort(8) & 0xffff) != count) throw broken();
        if (count > limits.entries()) throw Refusals.because("zip-entries", limits.entries());
        if (count == 0) throw Refusals.because("empty");
        if (offset + length != content.size() - END_RECORD) throw Refusals.polyglot();
        return new ZipDirectory(offset, entries(content, offset, length, count));
    }

    private static List<Entry> entries(Content content, long offset, long length, int count) throws IOException {
        var entries = new ArrayList<Entry>();
        try (var in = content.from(offset)) {
            long read = 0;
            for (int i = 0; i < count; i++) {
                var record = exactly(in, RECORD);
                if (record.getInt(0) != 0x02014b50) throw broken();
                int name = record.getShort(28) & 0xffff;
                int rest = (record.getShort(30) & 0xffff) + (record.getShort(32) & 0xffff);
                if (name > LONGEST_NAME) throw Refusals.because("zip-name");
                entries.add(entry(record, text(exactly(in, name).array())));
                in.skipNBytes(rest);
                read += RECORD + name + rest;
            }
            if (read != length) throw Refusals.polyglot();
        } catch (java.io.EOFException e) {
            throw broken();
        }
        entries.sort(Comparator.comparingLong(Entry::offset));
        return List.copyOf(entries);
    }

    private static Entry entry(ByteBuffer record, String name) {
        int flags = record.getShort(8) & 0xffff;
        if ((flags & ENCRYPTED) != 0) throw Refusals.because("zip-encrypted");
        int mode = record.get(5) == UNIX ? record.getInt(38) >>> 16 & TYPE_BITS : 0;
        if (mode != 0 && mode != REGULAR && mode != FOLDER) throw Refusals.because("zip-link");
        return new Entry(
                name,
                flags,
                record.getShort(10) & 0xffff,
                record.getInt(16) & 0xffffffffL,
                record.getInt(20) & 0xffffffffL,
                record.getInt(24) & 0xffffffffL,
                record.getInt(42) & 0xffffffffL);
    }

    static ByteBuffer bytes(Content content, long offset, int length) throws IOException {
        try (var in = content.from(offset)) {
            return exactly(in, length);
        } catch (java.io.EOFException e) {
            throw broken();
        }
    }

    private static ByteBuffer exactly(java.io.InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw broken();
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Names are UTF-8, flagged or not: what reads differently in another code page is refused with what is no UTF-8. */
    private static String text(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusals.because("zip-name");
        }
    }

    static io.retrace.shared.DomainException.RuleViolation broken() {
        return Refusals.broken(FileType.ZIP);
    }
}
