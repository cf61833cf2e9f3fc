package io.retrace.access.inspection;

import java.io.IOException;

/** Walks a GIF (GIF89a) from block to block to its trailer. */
final class GifCheck {

    private GifCheck() {}

    static void check(Content content) throws IOException {
        try (var in = new Bytes(content, FileType.GIF)) {
            in.skip(6);
            int width = in.le16();
            int height = in.le16();
            Pixels.check(FileType.GIF, width, height);
            int flags = in.u8();
            in.skip(2);
            colours(in, flags);
            long frames = 0;
            while (true) {
                switch (in.u8()) {
                    case 0x2c -> {
                        Pixels.checkFrames(width, height, ++frames);
                        in.skip(8);
                        colours(in, in.u8());
                        in.skip(1);
                        blocks(in);
                    }
                    case 0x21 -> {
                        in.skip(1);
                        blocks(in);
                    }
                    case 0x3b -> {
                        if (frames == 0) throw Refusals.broken(FileType.GIF);
                        in.mustEnd();
                        return;
                    }
                    default -> throw Refusals.broken(FileType.GIF);
                }
            }
        }
    }

    private static void colours(Bytes in, int flags) throws IOException {
        if ((flags & 0x80) != 0) in.skip(3L << (flags & 7) + 1);
    }

    private static void blocks(Bytes in) throws IOException {
        for (int length = in.u8(); length > 0; length = in.u8()) in.skip(length);
    }
}
