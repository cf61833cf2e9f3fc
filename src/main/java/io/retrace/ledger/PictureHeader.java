package io.retrace.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a picture say, whatever its name or content type says. */
final class PictureHeader {

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private PictureHeader() {}

    /** Formats that are tried, named as ImageIO names them. */
    enum Format {
        JPEG,
        PNG,
        WEBP
    }

    static @Nullable Format format(byte[] picture) {
        if (begins(picture, 0, 0xff, 0xd8, 0xff)) return Format.JPEG;
        if (begins(picture, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) return Format.PNG;
        if (begins(picture, 0, 'R', 'I', 'F', 'F') && begins(picture, 8, 'W', 'E', 'B', 'P')) return Format.WEBP;
        return null;
    }

    /** Which way up a JPEG was taken (Exif 2.32 §4.6.4): the one thing in its metadata that is not thrown away unread. */
    static Orientation orientation(byte[] picture) {
        if (format(picture) != Format.JPEG) return Orientation.TOP_LEFT;
        int at = 2;
        while (at + 4 <= picture.length && (picture[at] & 0xff) == 0xff && (picture[at + 1] & 0xff) != 0xda) {
            int end = at + 2 + ((picture[at + 2] & 0xff) << 8 | picture[at + 3] & 0xff);
            boolean exif = (picture[at + 1] & 0xff) == 0xe1
                    && end <= picture.length
                    && Arrays.equals(picture, at + 4, Math.min(end, at + 10), EXIF, 0, EXIF.length);
            if (exif) return orientationOf(Arrays.copyOfRange(picture, at + 4, end));
            at = end;
        }
        return Orientation.TOP_LEFT;
    }

    private static Orientation orientationOf(byte[] exif) {
        try {
            var orientation = ExifUtils.getOrientationFromExif(exif);
            return orientation == null ? Orientation.TOP_LEFT : orientation;
        } catch (RuntimeException e) {
            return Orientation.TOP_LEFT; // broken metadata does not make the picture worse
        }
    }

    private static boolean begins(byte[] bytes, int offset, int... magic) {
        if (bytes.length < offset + magic.length) return false;
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[offset + i] & 0xff) != magic[i]) return false;
        }
        return true;
    }
}
