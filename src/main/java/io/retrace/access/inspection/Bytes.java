package io.retrace.access.inspection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a format’s structure step by step; what ends too early is broken. */
final class Bytes implements AutoCloseable {

    private final InputStream in;
    private final FileType type;

    Bytes(Content content, FileType type) throws IOException {
        this.in = new BufferedInputStream(content.from(0), 16 * 1024);
        this.type = type;
    }

    /** The next byte, or −1 at the end. */
    int next() throws IOException {
        return in.read();
    }

    int u8() throws IOException {
        int value = in.read();
        if (value < 0) throw Refusals.broken(type);
        return value;
    }

    int u16() throws IOException {
        return u8() << 8 | u8();
    }

    long u32() throws IOException {
        return (long) u16() << 16 | u16();
    }

    int le16() throws IOException {
        return u8() | u8() << 8;
    }

    int le24() throws IOException {
        return le16() | u8() << 16;
    }

    long le32() throws IOException {
        return le16() | (long) le16() << 16;
    }

    byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw Refusals.broken(type);
        return bytes;
    }

    void skip(long length) throws IOException {
        if (length < 0) throw Refusals.broken(type);
        try {
            in.skipNBytes(length);
        } catch (java.io.EOFException e) {
            throw Refusals.broken(type);
        }
    }

    /** Nothing may follow the end of the format: what follows is something else. */
    void mustEnd() throws IOException {
        if (in.read() >= 0) throw Refusals.polyglot();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
