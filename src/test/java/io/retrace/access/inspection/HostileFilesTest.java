package io.retrace.access.inspection;

import static io.retrace.access.inspection.SampleFiles.deflated;
import static io.retrace.access.inspection.SampleFiles.join;
import static io.retrace.access.inspection.SampleFiles.pdf;
import static io.retrace.access.inspection.SampleFiles.picture;
import static io.retrace.access.inspection.SampleFiles.pngOf;
import static io.retrace.access.inspection.SampleFiles.stream;
import static io.retrace.access.inspection.SampleFiles.text;
import static io.retrace.access.inspection.SampleFiles.webp;
import static io.retrace.access.inspection.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.retrace.access.inspection.SampleFiles.Entry;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hostile or careless company might send, one file each; and what an honest one sends. */
class HostileFilesTest {

    private static final byte[] NOTES =
            text("Notes about nobody in particular, long enough to be compressed. ".repeat(4));

    private final FileInspection inspection = new FileInspection(new ZipLimits(50, 8 << 20, 100));

    static Stream<Arguments> honest() {
        var jpeg = picture("jpg");
        return Stream.of(
                of("photo.jpg", jpeg, FileType.JPEG),
                of("PHOTO.JPEG", jpeg, FileType.JPEG),
                of("with-second-picture.jpg", join(jpeg, new byte[7], jpeg), FileType.JPEG),
                of("photo.png", picture("png"), FileType.PNG),
                of("photo.gif", picture("gif"), FileType.GIF),
                of("photo.webp", webp(400, 300), FileType.WEBP),
                of("records.json", text("{\"a\": [1, 2, {\"b\": \"<script>\"}]}"), FileType.JSON),
                of("records.csv", text("photo,score\nä,0.5\n"), FileType.CSV),
                of("notes.txt", text("a < b, and b > c\r\n"), FileType.TXT),
                of("letter.pdf", pdf("3 0 obj\n<< /OpenAction [2 0 R /Fit] >>\nendobj"), FileType.PDF),
                of(
                        "letter.pdf",
                        pdf(stream("/Filter /FlateDecode", deflated(text("BT (Hello) Tj ET".repeat(50))))),
                        FileType.PDF),
                of(
                        "copy.zip",
                        zip(
                                new Entry("faces/", new byte[0]),
                                new Entry("faces/one.jpg", jpeg),
                                new Entry("records.json", text("[]")),
                                new Entry("notes.txt", NOTES)),
                        FileType.ZIP));
    }

    @ParameterizedTest(name = "{0} as {2}")
    @MethodSource("honest")
    @UseCase("UC-011/8")
    void an_honest_file_is_what_it_is(String name, byte[] bytes, FileType type) throws IOException {
        assertThat(inspection.inspect(name, new InMemory(bytes))).isEqualTo(type);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(types(), pictures(), texts(), pdfs()).flatMap(one -> one);
    }

    private static Stream<Arguments> types() {
        return Stream.of(
                of("nothing", "empty.txt", new byte[0], "empty"),
                of("a program", "tool.exe", text("MZ"), "type"),
                of("a web page", "page.html", text("<html>"), "type"),
                of("a picture as a text", "photo.txt", picture("png"), "name-differs"),
                of("a text as a picture", "notes.png", text("hello"), "name-differs"),
                of("an archive as a document", "letter.pdf", zip(new Entry("a.txt", NOTES)), "name-differs"),
                of("no ending", "notes", text("hello"), "type"));
    }

    private static Stream<Arguments> pictures() {
        var archive = zip(new Entry("a.txt", NOTES));
        var jpeg = picture("jpg");
        var half = java.util.Arrays.copyOf(jpeg, jpeg.length / 2);
        return Stream.of(
                of("JPEG with an archive behind", "p.jpg", join(jpeg, archive), "polyglot"),
                of("PNG with an archive behind", "p.png", join(picture("png"), archive), "polyglot"),
                of("GIF with a script behind", "p.gif", join(picture("gif"), text("<script>")), "polyglot"),
                of("WebP with an archive behind", "p.webp", join(webp(4, 3), archive), "polyglot"),
                of("JPEG with an archive in a comment", "p.jpg", commented(jpeg, archive), "polyglot"),
                of("JPEG that is also a PDF", "p.jpg", commented(jpeg, text("%PDF-1.7")), "polyglot"),
                of("JPEG with a RAR in a comment", "p.jpg", commented(jpeg, text("Rar!\u001a\u0007")), "polyglot"),
                of("JPEG with a web page in a comment", "p.jpg", commented(jpeg, text("<html>")), "polyglot"),
                of("half a JPEG", "p.jpg", half, "broken"),
                of("PNG whose checksum is wrong", "p.png", flipped(picture("png"), 30), "broken"),
                of("PNG of four billion pixels", "p.png", pngOf(65_500, 65_500), "pixels"),
                of("PNG that is one long line", "p.png", pngOf(1, 2_000_000_000), "pixels"),
                of("WebP of 268 million pixels", "p.webp", webp(16_384, 16_384), "pixels"),
                of("JPEG of four billion pixels", "p.jpg", sized(jpeg, 0xffff, 0xffff), "pixels"),
                of("GIF of four billion pixels", "p.gif", gifSized(picture("gif")), "pixels"));
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                of("a script in a text", "n.txt", text("hello <ScRiPt>alert(1)</script>"), "markup"),
                of("a web page far down", "n.txt", text(" ".repeat(16_380) + "<!DOCTYPE html>"), "markup"),
                of("a picture that runs, in a table", "n.csv", text("a,<svg onload=x>\n"), "markup"),
                of("no UTF-8", "n.txt", new byte[] {'a', (byte) 0xff, 'b'}, "broken"),
                of("control characters", "n.txt", text("a\u0000b"), "broken"),
                of("JSON and more", "n.json", text("{} <script>"), "broken"),
                of("two JSON values", "n.json", text("[] []"), "broken"),
                of("half a JSON", "n.json", text("{\"a\": [1"), "broken"),
                of("JSON without a bottom", "n.json", text("[".repeat(200_000)), "broken"));
    }

    private static Stream<Arguments> pdfs() {
        var script = "3 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj";
        var hidden = deflated(text("<< /S /JavaScript /JS (x) >>"));
        return Stream.of(
                of("PDF with a script", "l.pdf", pdf(script), "pdf-active"),
                of(
                        "PDF with an escaped script",
                        "l.pdf",
                        pdf(script.replace("/JavaScript", "/J#61vaScr#69pt")),
                        "pdf-active"),
                of(
                        "PDF with a hidden script",
                        "l.pdf",
                        pdf(stream("/Type /ObjStm /Filter /FlateDecode", hidden)),
                        "pdf-active"),
                of("PDF that says nothing of its filter", "l.pdf", pdf(stream("/Type /XObject", hidden)), "pdf-active"),
                of(
                        "PDF that starts a program",
                        "l.pdf",
                        pdf("3 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj"),
                        "pdf-active"),
                of("PDF that carries a file", "l.pdf", pdf("3 0 obj\n<< /Type /EmbeddedFile >>\nendobj"), "pdf-active"),
                of("encrypted PDF", "l.pdf", pdf("3 0 obj\n<< /Encrypt 4 0 R >>\nendobj"), "pdf-encrypted"),
                of(
                        "PDF with objects packed twice",
                        "l.pdf",
                        pdf(stream("/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]", text("789c"))),
                        "pdf-opaque"),
                of("PDF bomb", "l.pdf", pdf(bomb(12)), "pdf-bomb"),
                of("PDF with an archive behind", "l.pdf", join(pdf(), zip(new Entry("a.txt", NOTES))), "polyglot"),
                of("PDF without an end", "l.pdf", text("%PDF-1.7\n"), "broken"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("hostile")
    @Timeout(20)
    @UseCase("UC-011/9")
    void a_hostile_file_is_refused_with_its_reason(String what, String name, byte[] bytes, String reason) {
        assertThatThrownBy(() -> inspection.inspect(name, new InMemory(bytes)))
                .as(what)
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("error.file." + reason);
                    assertThat(refusal.field()).isEqualTo("file");
                });
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "",
                "../a.txt",
                "a/b.txt",
                "a\\b.txt",
                "a\nb.txt",
                "a\u202egpj.txt",
                ".hidden",
                "nul",
                "a.",
                " a.txt"
            })
    @UseCase("UC-011/9")
    void a_name_that_is_a_path_or_cannot_be_seen_is_refused(String name) {
        assertThatThrownBy(() -> FileNames.checked(name)).isInstanceOf(RuleViolation.class);
    }

    /** The JPEG with a comment segment right behind its beginning. */
    private static byte[] commented(byte[] jpeg, byte[] comment) {
        int length = comment.length + 2;
        var segment = join(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) (length >> 8), (byte) length}, comment);
        var rest = java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length);
        var whole = join(new byte[] {(byte) 0xff, (byte) 0xd8}, segment, rest);
        // an archive’s own comment may reach to the end of the file: then both are whole
        for (int i = 0; i + 22 < whole.length; i++) {
            if (whole[i] == 'P' && whole[i + 1] == 'K' && whole[i + 2] == 5 && whole[i + 3] == 6) {
                int behind = whole.length - i - 22;
                whole[i + 20] = (byte) behind;
                whole[i + 21] = (byte) (behind >> 8);
            }
        }
        return whole;
    }

    private static byte[] sized(byte[] jpeg, int width, int height) {
        var copy = jpeg.clone();
        for (int i = 0; i + 9 < copy.length; i++) {
            if ((copy[i] & 0xff) == 0xff && (copy[i + 1] & 0xff) == 0xc0) {
                copy[i + 5] = (byte) (height >> 8);
                copy[i + 6] = (byte) height;
                copy[i + 7] = (byte) (width >> 8);
                copy[i + 8] = (byte) width;
            }
        }
        return copy;
    }

    private static byte[] gifSized(byte[] gif) {
        var copy = gif.clone();
        for (int i = 6; i < 10; i++) copy[i] = (byte) 0xff;
        return copy;
    }

    private static byte[] flipped(byte[] bytes, int at) {
        var copy = bytes.clone();
        copy[at] ^= 1;
        return copy;
    }

    /** Many streams that expand a thousandfold. */
    private static byte[] bomb(int streams) {
        var packed = stream("/Filter /FlateDecode", deflated(new byte[100 << 20]));
        var all = new byte[streams][];
        java.util.Arrays.fill(all, packed);
        return join(all);
    }
}
