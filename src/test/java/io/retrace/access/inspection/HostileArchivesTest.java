package io.retrace.access.inspection;

import static io.retrace.access.inspection.SampleFiles.join;
import static io.retrace.access.inspection.SampleFiles.patched;
import static io.retrace.access.inspection.SampleFiles.picture;
import static io.retrace.access.inspection.SampleFiles.pngOf;
import static io.retrace.access.inspection.SampleFiles.renamed;
import static io.retrace.access.inspection.SampleFiles.text;
import static io.retrace.access.inspection.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.retrace.access.inspection.SampleFiles.Entry;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that a hostile or careless company might send. */
class HostileArchivesTest {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final byte[] NOTES =
            text("Notes about nobody in particular, long enough to be compressed. ".repeat(4));

    private final FileInspection inspection = new FileInspection(new ZipLimits(50, 8 << 20, 100));

    static Stream<Arguments> hostile() {
        return Stream.concat(archives(), names());
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("hostile")
    @Timeout(20)
    @UseCase("UC-011/9")
    void a_hostile_archive_is_refused_with_its_reason(String what, String name, byte[] bytes, String reason) {
        refusedAs(what, reason, name, bytes);
    }

    private static Stream<Arguments> archives() {
        var sound = zip(new Entry("one.txt", NOTES), new Entry("two.txt", NOTES));
        var nested = zip(new Entry("inner.zip", sound));
        return Stream.of(
                of("too many entries", "c.zip", zip(many(51)), "zip-entries"),
                of("a bomb", "c.zip", zip(new Entry("zeros.txt", text(" ".repeat(4 << 20)))), "zip-ratio"),
                of("more than may be expanded", "c.zip", zip(new Entry("n.txt", noise(9 << 20))), "zip-expanded"),
                of("claims to be smaller than it is", "c.zip", patched(sound, CENTRAL, 24, 5, 0, 0, 0), "broken"),
                of(
                        "claims to be bigger than may be",
                        "c.zip",
                        patched(sound, CENTRAL, 24, 0, 0, 0, 0x40),
                        "zip-expanded"),
                of("an archive within", "c.zip", nested, "zip-nested"),
                of("a program within", "c.zip", zip(new Entry("run.exe", NOTES)), "type"),
                of("a hidden web page within", "c.zip", zip(new Entry("n.txt", text("<html>"))), "markup"),
                of("a polyglot within", "c.zip", zip(new Entry("p.jpg", join(picture("jpg"), sound))), "polyglot"),
                of("a pixel flood within", "c.zip", zip(new Entry("p.png", pngOf(60_000, 60_000))), "pixels"),
                of("encrypted", "c.zip", patched(patched(sound, LOCAL, 6, 9), CENTRAL, 8, 9), "zip-encrypted"),
                of("a link", "c.zip", patched(patched(sound, CENTRAL, 5, 3), CENTRAL, 40, 0xff, 0xa1), "zip-link"),
                of(
                        "another compression",
                        "c.zip",
                        patched(patched(sound, LOCAL, 8, 12), CENTRAL, 10, 12),
                        "zip-method"),
                of("a comment", "c.zip", join(patched(sound, END, 20, 4, 0), text("note")), "zip-end"),
                of("something before", "c.zip", join(NOTES, sound), "name-differs"),
                of("something behind", "c.zip", join(sound, NOTES), "zip-end"),
                of("a second archive in front", "c.zip", join(sound, sound), "polyglot"),
                of("overlapping entries", "c.zip", overlapping(sound), "polyglot"),
                of("half of it", "c.zip", java.util.Arrays.copyOf(sound, sound.length / 2), "zip-end"),
                of("a wrong checksum", "c.zip", patched(sound, CENTRAL, 16, 1, 2, 3, 4), "broken"),
                of("only folders", "c.zip", zip(new Entry("a/", new byte[0])), "empty"));
    }

    private static Stream<Arguments> names() {
        var sound = zip(new Entry("abcdef.txt", NOTES), new Entry("ghijkl.txt", NOTES));
        return Stream.of(
                        "../def.txt",
                        "/bcdef.txt",
                        "C:cdef.txt",
                        "ab\\def.txt",
                        "ab//ef.txt",
                        "a/../f.txt",
                        "ab\u0007def.txt",
                        "ab\u0000def.txt",
                        ".bcdef.txt",
                        "abc:ef.txt",
                        "aux.ef.txt")
                .map(name -> of("entry " + name, "c.zip", renamed(sound, "abcdef.txt", name), "zip-name"));
    }

    @Test
    @UseCase("UC-011/9")
    void the_same_name_twice_is_refused_however_it_is_written() {
        var sound = zip(new Entry("abcdef.txt", NOTES), new Entry("ghijkl.txt", NOTES));
        refusedAs("the same name", "zip-twice", "c.zip", renamed(sound, "ghijkl.txt", "ABCDEF.TXT"));
        refusedAs("the same name", "zip-twice", "c.zip", renamed(sound, "ghijkl.txt", "abcdef.txt"));
        refusedAs(
                "the same name", "zip-twice", "c.zip", zip(new Entry("a.txt", NOTES), new Entry("a.txt/b.txt", NOTES)));
    }

    @Test
    @UseCase("UC-011/9")
    void a_bomb_is_refused_before_it_has_expanded() {
        var bomb = zip(new Entry("zeros.txt", text(" ".repeat(8 << 20))));
        var before = System.nanoTime();
        refusedAs("a bomb", "zip-ratio", "c.zip", bomb);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    private void refusedAs(String what, String reason, String name, byte[] archive) {
        assertThatThrownBy(() -> inspection.inspect(name, new InMemory(archive)))
                .as(what)
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("error.file." + reason);
                    assertThat(refusal.field()).isEqualTo("file");
                });
    }

    /** The second entry of the directory points to the data of the first. */
    private static byte[] overlapping(byte[] zip) {
        return patched(zip, CENTRAL, 42, 0, 0, 0, 0);
    }

    private static List<Entry> many(int count) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) entries.add(new Entry("n" + i + ".txt", NOTES));
        return entries;
    }

    private static byte[] noise(int length) {
        var random = new java.util.SplittableRandom(7);
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) ('a' + random.nextInt(26));
        return bytes;
    }
}
