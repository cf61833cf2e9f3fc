package io.retrace.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A sealed file in a folder of its own, as a test wants it. */
record Sealed(Path file, byte[] key, byte[] content, String context) {

    static Sealed of(byte[] content) throws IOException {
        return of(content, SealedFormat.newKey(), "package:test");
    }

    static Sealed of(byte[] content, byte[] key, String context) throws IOException {
        var file = Files.createTempFile("sealed", ".bin");
        file.toFile().deleteOnExit();
        try (var out = new SealedOutput(Files.newOutputStream(file), key, context)) {
            // in pieces of odd sizes, as a ZIP writer would
            for (int at = 0, size = 1; at < content.length; at += size, size = size * 3 % 70_001 + 1) {
                size = Math.min(size, content.length - at);
                out.write(content, at, size);
            }
            if (out.finish() != content.length) throw new IllegalStateException("counted wrongly");
        }
        return new Sealed(file, key, content, context);
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    SealedFile open() throws IOException {
        return open(key, context, content.length);
    }

    SealedFile open(byte[] anotherKey, String anotherContext, long length) throws IOException {
        return new SealedFile(Files.newByteChannel(file), anotherKey, anotherContext, length);
    }

    byte[] read() throws IOException {
        return read(0, content.length);
    }

    byte[] read(long from, long count) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var opened = open()) {
            opened.copy(from, count, out);
        }
        return out.toByteArray();
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    void overwrite(byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }
}
