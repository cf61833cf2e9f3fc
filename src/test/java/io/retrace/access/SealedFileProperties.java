package io.retrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Any part is the part that was sealed, and any way to cut a download into parts gives the whole again. */
class SealedFileProperties {

    private static final int LONGEST = 3 * SealedFormat.CHUNK + 9;

    @Property(tries = 200)
    void any_part_is_that_part(
            @ForAll @IntRange(max = LONGEST) int length,
            @ForAll @IntRange(max = LONGEST) int from,
            @ForAll @IntRange(max = LONGEST) int count)
            throws IOException {
        var sealed = Sealed.of(Sealed.random(length));
        int start = Math.min(from, length);
        int size = Math.min(count, length - start);
        assertThat(sealed.read(start, size)).isEqualTo(Arrays.copyOfRange(sealed.content(), start, start + size));
    }

    @Property(tries = 100)
    void parts_in_any_number_make_the_whole(
            @ForAll @IntRange(max = LONGEST) int length,
            @ForAll @Size(max = 12) List<@IntRange(max = LONGEST) Integer> cuts)
            throws IOException {
        var sealed = Sealed.of(Sealed.random(length));
        var whole = new ByteArrayOutputStream();
        int at = 0;
        for (int cut : cuts.stream().map(c -> Math.min(c, length)).sorted().toList()) {
            whole.write(sealed.read(at, cut - at));
            at = cut;
        }
        whole.write(sealed.read(at, length - at));
        assertThat(whole.toByteArray()).isEqualTo(sealed.content());
    }
}
