package io.retrace.access.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Walks a WebP (RFC 9649) from chunk to chunk; its own length must be the file’s. */
final class WebpCheck {

    private WebpCheck() {}

    static void check(Content content) throws IOException {
        try (var in = new Bytes(content, FileType.WEBP)) {
            in.skip(4);
            long end = in.le32() + 8;
            if (end != content.size())
                throw end < content.size() ? Refusals.polyglot() : Refusals.broken(FileType.WEBP);
            in.skip(4);
            boolean sized = false;
            long frames = 0;
            long canvas = 0;
            for (long at = 12; at < end; ) {
                var chunk = new String(in.exactly(4), StandardCharsets.ISO_8859_1);
                long length = in.le32();
                long padded = length + (length & 1);
                int read = 0;
                switch (chunk) {
                    case "VP8 " -> {
                        in.skip(6);
                        Pixels.check(FileType.WEBP, in.le16() & 0x3fff, in.le16() & 0x3fff);
                        read = 10;
                        sized = true;
                    }
                    case "VP8L" -> {
                        in.skip(1);
                        long sizes = in.le32();
                        Pixels.check(FileType.WEBP, (sizes & 0x3fff) + 1, (sizes >> 14 & 0x3fff) + 1);
                        read = 5;
                        sized = true;
                    }
                    case "VP8X" -> {
                        in.skip(4);
                        long width = in.le24() + 1;
                        long height = in.le24() + 1;
                        Pixels.check(FileType.WEBP, width, height);
                        canvas = width * height;
                        read = 10;
                        sized = true;
                    }
                    case "ANMF" -> Pixels.checkFrames(canvas, 1, ++frames);
                    default -> {}
                }
                in.skip(padded - read);
                at += 8 + padded;
            }
            if (!sized) throw Refusals.broken(FileType.WEBP);
            in.mustEnd();
        }
    }
}
