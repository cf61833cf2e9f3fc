package io.retrace.access;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The ZIP, one entry after the other; the last is the manifest with the digest of all others. ZIP64 where it is needed. */
final class PackageZip implements Closeable {

    static final String MANIFEST = "manifest.json";

    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;
    private final Instant at;
    private final List<Listed> listed = new ArrayList<>();

    PackageZip(OutputStream out, Instant at) {
        this.zip = new Wide(out);
        this.at = at;
    }

    /** Writes an entry. */
    interface Body<T> {
        void write(T out) throws IOException;
    }

    private record Listed(String name, long bytes, byte[] sha256) {}

    /** A text: compressed, because it is long and repeats itself. */
    void text(String name, Body<Writer> body) throws IOException {
        entry(name, Deflater.BEST_SPEED, out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
            body.write(writer);
            writer.flush();
        });
    }

    void json(String name, Body<JsonGenerator> body) throws IOException {
        entry(name, Deflater.BEST_SPEED, out -> {
            try (var json = JsonMapper.shared().createGenerator(out)) {
                body.write(json);
            }
        });
    }

    /** A picture as it is: compressed already, and known whole, so that it passes by the compressor. */
    void picture(String name, byte[] picture) throws IOException {
        var check = new CRC32();
        check.update(picture);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(picture.length);
        entry.setCrc(check.getValue());
        entry(entry, out -> out.write(picture));
    }

    /** Bytes as they are, however many. */
    void bytes(String name, Body<OutputStream> body) throws IOException {
        entry(name, Deflater.NO_COMPRESSION, body);
    }

    /** Writes the manifest and ends the file; returns the manifest’s own digest. */
    byte[] finish() throws IOException {
        var entries = List.copyOf(listed);
        json(MANIFEST, json -> manifest(json, entries));
        zip.finish();
        return listed.getLast().sha256;
    }

    private void entry(String name, int level, Body<OutputStream> body) throws IOException {
        zip.setLevel(level);
        entry(new ZipEntry(name), body);
    }

    private void entry(ZipEntry entry, Body<OutputStream> body) throws IOException {
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
        var counted = new Counted(zip);
        body.write(counted);
        zip.closeEntry();
        listed.add(new Listed(entry.getName(), counted.bytes, counted.digest.digest()));
    }

    private void manifest(JsonGenerator json, List<Listed> entries) {
        json.writeStartObject();
        json.writeStringProperty("format", "retrace-package/v1");
        json.writeStringProperty("made_at", at.toString());
        json.writeArrayPropertyStart("entries");
        for (var entry : entries) {
            json.writeRaw("\n");
            json.writePOJO(entry(entry));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static LinkedHashMap<String, Object> entry(Listed entry) {
        var member = new LinkedHashMap<String, Object>();
        member.put("name", entry.name);
        member.put("bytes", entry.bytes);
        member.put("sha256", HexFormat.of().formatHex(entry.sha256));
        return member;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Takes what the compressor made in more than the 512 bytes at a time that it has of itself. */
    private static final class Wide extends ZipOutputStream {
        Wide(OutputStream out) {
            super(out, StandardCharsets.UTF_8);
            buf = new byte[BUFFER];
        }
    }

    /** What goes by, counted and digested; closing it ends an entry, not the file. */
    private static final class Counted extends FilterOutputStream {

        private final MessageDigest digest = sha256();
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int from, int count) throws IOException {
            out.write(buffer, from, count);
            digest.update(buffer, from, count);
            bytes += count;
        }

        @Override
        public void close() {
            // the next entry follows
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
