package io.retrace.audit;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A ZIP that is written as it goes out, one file after the other, and ends with the digest of each. */
final class BundleZip {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ZipOutputStream zip;
    private final Instant madeAt;
    private final List<Map<String, Object>> files = new ArrayList<>();

    BundleZip(OutputStream out, Instant madeAt) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(out), StandardCharsets.UTF_8);
        this.madeAt = madeAt;
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream file) throws IOException;
    }

    void file(String path, String content) {
        file(path, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    void json(String path, Object content) {
        file(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    }

    void file(String path, Content content) {
        try {
            start(path);
            var counted = new Counted(zip);
            var digest = new DigestOutputStream(counted, sha256());
            content.writeTo(digest);
            digest.flush();
            zip.closeEntry();
            files.add(Map.of(
                    "path",
                    path,
                    "bytes",
                    counted.bytes,
                    "sha256",
                    HexFormat.of().formatHex(digest.getMessageDigest().digest())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The digests, as the last file. Not called after a failure: what broke off must not look whole. */
    void finish() {
        try {
            start("manifest.json");
            zip.write(JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of("format", "retrace-manifest/v1", "files", files))
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
            zip.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(String path) throws IOException {
        var entry = new ZipEntry(path);
        entry.setLastModifiedTime(FileTime.from(madeAt));
        zip.putNextEntry(entry);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Counts, and lets nobody close the ZIP below. */
    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
            bytes += len;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
