package io.retrace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.access.SealedFile.Damaged;
import io.retrace.testing.UseCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UseCase("UC-012/6")
class SealedFileTest {

    private static final int CHUNK = SealedFormat.CHUNK;
    private static final int SEALED = CHUNK + SealedFormat.TAG;
    private static final int HEADER = SealedFormat.HEADER;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7, 3 * CHUNK})
    void what_was_sealed_opens_again(int length) throws IOException {
        var sealed = Sealed.of(Sealed.random(length));
        assertThat(sealed.read()).isEqualTo(sealed.content());
        assertThat(sealed.bytes()).hasSize((int) SealedFormat.sealedLength(length));
    }

    @Test
    void nothing_of_the_content_can_be_seen() throws IOException {
        var content = new byte[CHUNK + 100];
        var sealed = Sealed.of(content).bytes();
        int zeros = 0;
        for (int i = HEADER; i < sealed.length; i++) if (sealed[i] == 0) zeros++;
        assertThat(zeros).as("zero bytes among random ones").isLessThan(sealed.length / 100);
    }

    @Test
    void one_flipped_bit_anywhere_is_noticed() throws IOException {
        var sealed = Sealed.of(Sealed.random(2 * CHUNK + 500));
        var bytes = sealed.bytes();
        // header, first and last byte of chunks, tags, the end
        for (int at : new int[] {
            0,
            3,
            4,
            HEADER - 1,
            HEADER,
            HEADER + CHUNK - 1,
            HEADER + CHUNK,
            HEADER + SEALED,
            HEADER + 2 * SEALED + 1,
            bytes.length - 1
        }) {
            var flipped = bytes.clone();
            flipped[at] ^= 1;
            sealed.overwrite(flipped);
            assertThatThrownBy(sealed::read).as("bit at %d", at).isInstanceOf(Damaged.class);
        }
    }

    @Test
    void a_file_that_was_cut_off_is_refused_before_a_byte_is_read() throws IOException {
        var sealed = Sealed.of(Sealed.random(3 * CHUNK));
        sealed.overwrite(Arrays.copyOf(sealed.bytes(), HEADER + 2 * SEALED));
        assertThatThrownBy(() -> sealed.read(0, 1)).isInstanceOf(Damaged.class);
    }

    @Test
    void a_file_cut_off_between_chunks_does_not_pass_for_a_shorter_one() throws IOException {
        var sealed = Sealed.of(Sealed.random(3 * CHUNK));
        sealed.overwrite(Arrays.copyOf(sealed.bytes(), HEADER + 2 * SEALED));
        try (var shorter = sealed.open(sealed.key(), sealed.context(), 2 * CHUNK)) {
            assertThatThrownBy(() -> shorter.copy(0, 2 * CHUNK, new ByteArrayOutputStream()))
                    .isInstanceOf(Damaged.class)
                    .hasMessageContaining("chunk 1");
        }
    }

    @Test
    void chunks_in_another_order_do_not_open() throws IOException {
        var sealed = Sealed.of(Sealed.random(4 * CHUNK));
        var bytes = sealed.bytes();
        var swapped = bytes.clone();
        System.arraycopy(bytes, HEADER, swapped, HEADER + SEALED, SEALED);
        System.arraycopy(bytes, HEADER + SEALED, swapped, HEADER, SEALED);
        sealed.overwrite(swapped);
        assertThatThrownBy(() -> sealed.read(0, 1)).isInstanceOf(Damaged.class).hasMessageContaining("chunk 0");
    }

    @Test
    void a_chunk_of_another_file_under_the_same_key_does_not_open() throws IOException {
        var key = SealedFormat.newKey();
        var one = Sealed.of(Sealed.random(2 * CHUNK), key, "package:test");
        var other = Sealed.of(Sealed.random(2 * CHUNK), key, "package:test");
        var mixed = one.bytes();
        System.arraycopy(other.bytes(), HEADER, mixed, HEADER, SEALED);
        one.overwrite(mixed);
        assertThatThrownBy(() -> one.read(0, 1)).isInstanceOf(Damaged.class);
    }

    @Test
    void another_key_and_another_package_open_nothing() throws IOException {
        var sealed = Sealed.of(Sealed.random(10));
        var out = new ByteArrayOutputStream();
        try (var wrongKey = sealed.open(SealedFormat.newKey(), sealed.context(), 10);
                var wrongPackage = sealed.open(sealed.key(), "package:other", 10)) {
            assertThatThrownBy(() -> wrongKey.copy(0, 10, out)).isInstanceOf(Damaged.class);
            assertThatThrownBy(() -> wrongPackage.copy(0, 10, out)).isInstanceOf(Damaged.class);
        }
        assertThat(out.size()).isZero();
    }

    @Test
    void a_part_beyond_the_end_is_refused() throws IOException {
        var sealed = Sealed.of(Sealed.random(10));
        assertThatThrownBy(() -> sealed.read(5, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
