package io.retrace.obligations;

import io.retrace.audit.BundleCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bundles that somebody changed. */
final class Zips {

    private Zips() {}

    /** The bundle with one word replaced in one file, everywhere it stands. */
    static byte[] with(BundleCheck bundle, String path, String word, String other) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : bundle.paths()) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.equals(path) ? replaced(bundle.text(name), word, other) : bundle.bytes(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] replaced(String text, String word, String other) {
        if (!text.contains(word)) throw new AssertionError(word + " is not there");
        return text.replace(word, other).getBytes(StandardCharsets.UTF_8);
    }
}
