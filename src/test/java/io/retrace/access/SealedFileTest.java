package io.retrace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.access.SealedFile.Damaged;
import io.retrace.testing.UseCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
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

    /** Computed by two other implementations, from the description of the format alone. */
    @Test
    void the_format_is_the_one_that_is_described() throws Exception {
        assertThat(HexFormat.of().formatHex(vector(new byte[0])))
                .isEqualTo("52545331010203040506077fbb7e3f418da96ca6becbd89a8436d3");
        assertThat(HexFormat.of().formatHex(vector("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("525453310102030405060719ab37d900f34e9486d4d99d8728d3904c8ca5");
        var twoChunks = new byte[2 * CHUNK];
        for (int i = 0; i < twoChunks.length; i++) twoChunks[i] = (byte) (i * 31 % 251);
        assertThat(digest(vector(twoChunks)))
                .isEqualTo("8a26cba9f25aac9e9da22e350e7ad0f7824988aae1617d42b5ebdd621b6b99d5");
        var oneMore = Arrays.copyOf(twoChunks, twoChunks.length + 1);
        oneMore[twoChunks.length] = 'x';
        assertThat(digest(vector(oneMore)))
                .isEqualTo("82084edf6ac3dd585e8b64c05421369e108b8820ac343ef1b65ddbef314da6d5");
    }

    @Test
    void an_empty_file_is_authentic_too() throws IOException {
        var empty = Sealed.of(new byte[0]);
        var out = new ByteArrayOutputStream();
        try (var anotherKey = empty.open(SealedFormat.newKey(), empty.context(), 0)) {
            assertThatThrownBy(() -> anotherKey.copy(0, 0, out)).isInstanceOf(Damaged.class);
            assertThatThrownBy(() -> anotherKey.read(0, new byte[1], 0, 1)).isInstanceOf(Damaged.class);
        }
    }

    @Test
    void a_file_without_its_last_chunk_does_not_pass_for_one_that_ends_with_a_whole_chunk() throws IOException {
        var sealed = Sealed.of(Sealed.random(CHUNK + 1));
        sealed.overwrite(Arrays.copyOf(sealed.bytes(), HEADER + SEALED));
        try (var shorter = sealed.open(sealed.key(), sealed.context(), CHUNK)) {
            assertThatThrownBy(() -> shorter.copy(0, CHUNK, new ByteArrayOutputStream()))
                    .isInstanceOf(Damaged.class);
        }
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

    private static byte[] vector(byte[] content) throws IOException {
        var key = new byte[32];
        for (int i = 0; i < key.length; i++) key[i] = (byte) i;
        var header = new byte[] {'R', 'T', 'S', '1', 1, 2, 3, 4, 5, 6, 7};
        var sealed = new ByteArrayOutputStream();
        try (var out = new SealedOutput(sealed, key, "package:vector", header)) {
            out.write(content);
            out.finish();
        }
        return sealed.toByteArray();
    }

    private static String digest(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
