package io.retrace.access.inspection;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as tests need them, built here and nowhere stored. */
public final class SampleFiles {

    private SampleFiles() {}

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    /** {@code jpg}, {@code png} or {@code gif}. */
    public static byte[] picture(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes))
                throw new IllegalArgumentException(format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A lossless WebP’s container with these sides. */
    public static byte[] webp(int width, int height) {
        var chunk = ByteBuffer.allocate(6)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x2f)
                .putInt(width - 1 | height - 1 << 14)
                .put((byte) 0)
                .array();
        return ByteBuffer.allocate(26)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text("RIFF"))
                .putInt(18)
                .put(text("WEBPVP8L"))
                .putInt(6)
                .put(chunk)
                .array();
    }

    /** A PNG that is nothing but a header with these sides, its checksums right. */
    public static byte[] pngOf(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", header.array()),
                chunk("IDAT", new byte[10]),
                chunk("IEND", new byte[0]));
    }

    public static byte[] pdf(String... objects) {
        return pdf(text(String.join("\n", objects)));
    }

    public static byte[] pdf(byte[] objects) {
        return join(
                text("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"),
                objects,
                text("\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"));
    }

    public static byte[] stream(String dictionary, byte[] content) {
        return join(text("9 0 obj\n<< " + dictionary + " >>\nstream\n"), content, text("\nendstream\nendobj\n"));
    }

    public static byte[] deflated(byte[] plain) {
        var deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[4096];
        while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        return out.toByteArray();
    }

    /** An entry of an archive. */
    public record Entry(String name, byte[] content) {}

    public static byte[] zip(Entry... entries) {
        return zip(List.of(entries));
    }

    public static byte[] zip(List<Entry> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The bytes with every occurrence of the first text replaced by the second, of the same length. */
    public static byte[] renamed(byte[] bytes, String from, String to) {
        if (from.length() != to.length()) throw new IllegalArgumentException("of the same length");
        return new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Changes so many bytes from a place in the record that begins with this signature. */
    public static byte[] patched(byte[] bytes, int signature, int at, int... values) {
        var copy = bytes.clone();
        for (int i = 0; i + 4 <= copy.length; i++) {
            if (ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).getInt(i) != signature) continue;
            for (int v = 0; v < values.length; v++) copy[i + at + v] = (byte) values[v];
        }
        return copy;
    }

    private static byte[] chunk(String type, byte[] data) {
        var checksum = new CRC32();
        checksum.update(text(type));
        checksum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(text(type))
                .put(data)
                .putInt((int) checksum.getValue())
                .array();
    }
}
