package io.retrace.access.inspection;

import java.io.IOException;

/** Walks a JPEG (ITU-T T.81 Annex B) from marker to marker to its end. */
final class JpegCheck {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int MOST_PICTURES = 8;

    private final Bytes in;
    private boolean sized;
    private boolean scanned;

    private JpegCheck(Bytes in) {
        this.in = in;
    }

    static void check(Content content) throws IOException {
        try (var in = new Bytes(content, FileType.JPEG)) {
            if (in.u8() != 0xff || in.u8() != SOI) throw Refusals.broken(FileType.JPEG);
            int pictures = 1;
            do {
                new JpegCheck(in).picture();
            } while (another(in) && ++pictures <= MOST_PICTURES);
            if (pictures > MOST_PICTURES) throw Refusals.polyglot();
        }
    }

    /** Cameras append smaller pictures (CIPA DC-007) and pad with zeros; anything else is no part of a picture. */
    private static boolean another(Bytes in) throws IOException {
        int next = in.next();
        while (next == 0) next = in.next();
        if (next < 0) return false;
        if (next != 0xff || in.next() != SOI) throw Refusals.polyglot();
        return true;
    }

    private void picture() throws IOException {
        int marker = marker();
        while (marker != EOI) {
            if (marker == SOS) {
                segment();
                scanned = true;
                marker = endOfScan();
                continue;
            }
            if (isFrame(marker)) frame();
            else if (!standsAlone(marker)) segment();
            marker = marker();
        }
        if (!sized || !scanned) throw Refusals.broken(FileType.JPEG);
    }

    private int marker() throws IOException {
        if (in.u8() != 0xff) throw Refusals.broken(FileType.JPEG);
        int marker = in.u8();
        while (marker == 0xff) marker = in.u8();
        if (marker == 0 || marker == SOI) throw Refusals.broken(FileType.JPEG);
        return marker;
    }

    private void segment() throws IOException {
        in.skip(in.u16() - 2L);
    }

    private void frame() throws IOException {
        int length = in.u16();
        in.skip(1);
        int height = in.u16();
        int width = in.u16();
        Pixels.check(FileType.JPEG, width, height);
        in.skip(length - 7L);
        sized = true;
    }

    /** The marker after the coded data, in which 0xff is followed by 0 or counts restarts. */
    private int endOfScan() throws IOException {
        while (true) {
            if (in.u8() != 0xff) continue;
            int marker = in.u8();
            while (marker == 0xff) marker = in.u8();
            if (marker != 0 && (marker < 0xd0 || marker > 0xd7)) return marker;
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || marker >= 0xd0 && marker <= 0xd7;
    }
}
