package io.retrace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@UseCase("UC-008/6")
class ThumbnailTest {

    @Test
    void a_large_picture_becomes_640_wide_and_a_small_one_stays() {
        assertThat(Pictures.read(Thumbnail.of(Pictures.jpeg(3000, 1500)))).satisfies(image -> {
            assertThat(image.getWidth()).isEqualTo(640);
            assertThat(image.getHeight()).isEqualTo(320);
        });
        assertThat(Pictures.read(Thumbnail.of(Pictures.png(30, 20)))).satisfies(image -> {
            assertThat(image.getWidth()).isEqualTo(30);
            assertThat(image.getHeight()).isEqualTo(20);
        });
    }

    @Test
    void what_is_transparent_becomes_white() {
        assertThat(new Color(Pictures.read(Thumbnail.of(Pictures.png(30, 20))).getRGB(3, 3)))
                .isEqualTo(Color.WHITE);
    }

    @Test
    void metadata_goes_but_the_picture_stands_upright() {
        var sideways = Pictures.withExif(Pictures.jpeg(400, 200), 6);
        var thumbnail = Thumbnail.of(sideways);
        assertThat(new String(sideways, StandardCharsets.ISO_8859_1)).contains("GPS");
        assertThat(new String(thumbnail, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        var image = Pictures.read(thumbnail);
        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(new Color(image.getRGB(100, 50)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(100, 350)).getBlue()).isGreaterThan(200);
    }

    @Test
    void a_second_file_behind_the_picture_does_not_survive() {
        var polyglot = new ByteArrayOutputStream();
        polyglot.writeBytes(Pictures.jpeg(100, 100));
        polyglot.writeBytes("PK\3\4<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(new String(Thumbnail.of(polyglot.toByteArray()), StandardCharsets.ISO_8859_1))
                .doesNotContain("script", "PK\3\4");
    }

    @Test
    void too_many_pixels_are_refused_from_the_header_alone() {
        refused(Pictures.pngThatClaims(7_000, 6_000), "error.picture-too-large");
        refused(Pictures.pngThatClaims(Integer.MAX_VALUE, Integer.MAX_VALUE), "error.picture-too-large");
        refused(new byte[Previews.LONGEST + 1], "error.picture-too-large");
    }

    @Test
    void a_very_flat_picture_is_a_picture() {
        assertThat(Pictures.read(Thumbnail.of(Pictures.png(20_000, 1))).getWidth())
                .isEqualTo(640);
    }

    @Test
    void what_only_looks_like_a_picture_is_refused() {
        refused(new byte[0], "error.picture-unreadable");
        refused("GIF89a".getBytes(StandardCharsets.US_ASCII), "error.picture-unreadable");
        refused(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII),
                "error.picture-unreadable");
        refused(Arrays.copyOf(Pictures.png(500, 500), 40), "error.picture-unreadable");
        refused(Arrays.copyOf(Pictures.jpeg(500, 500), 30), "error.picture-unreadable");
        refused("RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.US_ASCII), "error.picture-unreadable");
    }

    @Test
    void broken_bytes_are_refused_or_read_but_never_a_fault() {
        var random = new Random(7);
        for (var picture :
                List.of(Pictures.png(60, 40), Pictures.withExif(Pictures.jpeg(60, 40), 3), Pictures.jpeg(60, 40))) {
            for (int i = 0; i < 300; i++) {
                var broken = picture.clone();
                for (int hit = 0; hit < 4; hit++) broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                try {
                    Pictures.read(Thumbnail.of(broken));
                } catch (RuleViolation e) {
                    assertThat(e.key()).startsWith("error.picture-");
                }
            }
        }
    }

    private static void refused(byte[] picture, String key) {
        assertThatThrownBy(() -> Thumbnail.of(picture))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
