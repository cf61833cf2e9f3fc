package io.retrace.ledger;

import io.retrace.ledger.PictureHeader.Format;
import io.retrace.shared.DomainException.RuleViolation;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;

/**
 * Makes a small JPEG of whatever claims to be a picture: decoded and encoded again, so that nothing of the original bytes
 * survives, neither metadata nor a second file behind the picture.
 */
final class Thumbnail {

    private static final int LONGEST_EDGE = 640;
    private static final long MOST_PIXELS = 40_000_000;
    /** Twice what is needed is decoded, for smooth edges; the rest is left out while reading and costs no memory. */
    private static final int DECODED_EDGE = 2 * LONGEST_EDGE;

    private static final double QUALITY = 0.82;
    /** A progressive JPEG is held whole by its decoder. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Thumbnail() {}

    /** Throws {@code RuleViolation}. */
    static byte[] of(byte[] picture) {
        if (picture.length > Previews.LONGEST) throw new RuleViolation(null, "error.picture-too-large");
        var format = PictureHeader.format(picture);
        if (format == null) throw unreadable();
        AT_ONCE.acquireUninterruptibly();
        try {
            return encode(decode(picture, format), picture);
        } catch (IOException e) {
            throw unreadable();
        } finally {
            AT_ONCE.release();
        }
    }

    private static BufferedImage decode(byte[] picture, Format format) throws IOException {
        var readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) throw unreadable(); // WebP, unless a plug-in is installed
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(input, true, true);
            return decode(reader);
        } catch (RuleViolation e) {
            throw e;
        } catch (RuntimeException e) {
            // what the decoders of the JDK throw at broken pictures is anything from a bad index to a negative size
            throw unreadable();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) throw new RuleViolation(null, "error.picture-too-large");
        int step = (int) Math.max(1, Math.max(width, height) / DECODED_EDGE);
        var wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wanted);
    }

    private static byte[] encode(BufferedImage image, byte[] picture) throws IOException {
        var out = new ByteArrayOutputStream();
        var small = Thumbnails.of(onWhite(image));
        if (Math.max(image.getWidth(), image.getHeight()) > LONGEST_EDGE) small.size(LONGEST_EDGE, LONGEST_EDGE);
        else small.scale(1);
        small.addFilter(ExifFilterUtils.getFilterForOrientation(PictureHeader.orientation(picture)))
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = flat.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return flat;
    }

    private static RuleViolation unreadable() {
        return new RuleViolation(null, "error.picture-unreadable");
    }
}
