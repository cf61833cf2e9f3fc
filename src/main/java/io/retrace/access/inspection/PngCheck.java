package io.retrace.access.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Walks a PNG (ISO/IEC 15948) from chunk to chunk to its end. */
final class PngCheck {

    private static final int SIGNATURE = 8;
    private static final int STEP = 16 * 1024;

    private PngCheck() {}

    static void check(Content content) throws IOException {
        try (var in = new Bytes(content, FileType.PNG)) {
            in.skip(SIGNATURE);
            String type;
            boolean first = true;
            do {
                long length = in.u32();
                var name = in.exactly(4);
                type = new String(name, StandardCharsets.ISO_8859_1);
                if (first != type.equals("IHDR")) throw Refusals.broken(FileType.PNG);
                var checksum = new CRC32();
                checksum.update(name);
                if (first) header(in, length, checksum);
                else body(in, length, checksum);
                if (in.u32() != checksum.getValue()) throw Refusals.broken(FileType.PNG);
                first = false;
            } while (!type.equals("IEND"));
            in.mustEnd();
        }
    }

    private static void header(Bytes in, long length, CRC32 checksum) throws IOException {
        if (length != 13) throw Refusals.broken(FileType.PNG);
        var header = in.exactly(13);
        checksum.update(header);
        Pixels.check(FileType.PNG, number(header, 0), number(header, 4));
    }

    private static void body(Bytes in, long length, CRC32 checksum) throws IOException {
        if (length > Integer.MAX_VALUE) throw Refusals.broken(FileType.PNG);
        for (long left = length; left > 0; left -= STEP) checksum.update(in.exactly((int) Math.min(left, STEP)));
    }

    private static long number(byte[] bytes, int at) {
        long value = 0;
        for (int i = at; i < at + 4; i++) value = value << 8 | bytes[i] & 0xff;
        return value;
    }
}
