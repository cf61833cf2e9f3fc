package io.retrace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.access.SealedFile.Damaged;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What companies sent lies sealed exactly as packages do, each file under a key of its own. */
@UseCase("UC-011/10")
class SealedContentTest {

    private static final int CHUNK = SealedFormat.CHUNK;

    private final FileKey key = FileKey.of(new CompanyFileId(UUID.randomUUID()));

    @TempDir
    Path folder;

    private FileStore store;

    @BeforeEach
    void open() {
        store = new FileFolder(new AccessSettings(folder, null, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK})
    void it_is_read_from_any_place(int length) throws IOException {
        var content = seal(length);
        for (int from : new int[] {0, 1, length / 2, CHUNK, length}) {
            if (from > length) continue;
            try (var in = read(length).from(from)) {
                assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, from, length));
            }
        }
        try (var in = read(length).from(0)) {
            assertThat(in.skip(CHUNK)).isEqualTo(Math.min(CHUNK, length));
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, Math.min(CHUNK, length), length));
        }
    }

    @Test
    void under_the_key_of_another_file_or_for_another_file_it_does_not_open() throws IOException {
        seal(10);
        var other = new CompanyFileId(UUID.randomUUID());
        Files.createDirectories(file(new FileKey(other, key.bytes())).getParent());
        Files.copy(file(key), file(new FileKey(other, key.bytes())));
        for (var wrong : new FileKey[] {FileKey.of(key.file()), new FileKey(other, key.bytes())}) {
            try (var in = new SealedContent(store, wrong, 10).from(0)) {
                assertThatThrownBy(in::readAllBytes).isInstanceOf(Damaged.class);
            }
        }
    }

    @Test
    void chunks_that_were_swapped_and_ends_that_were_cut_off_do_not_open() throws IOException {
        seal(3 * CHUNK);
        var bytes = Files.readAllBytes(file(key));
        int sealed = CHUNK + SealedFormat.TAG;
        var swapped = bytes.clone();
        System.arraycopy(bytes, SealedFormat.HEADER, swapped, SealedFormat.HEADER + sealed, sealed);
        System.arraycopy(bytes, SealedFormat.HEADER + sealed, swapped, SealedFormat.HEADER, sealed);
        Files.write(file(key), swapped);
        try (var in = read(3 * CHUNK).from(0)) {
            assertThatThrownBy(in::read).isInstanceOf(Damaged.class);
        }
        Files.write(file(key), Arrays.copyOf(bytes, bytes.length - sealed));
        assertThatThrownBy(() -> read(3 * CHUNK).from(0)).isInstanceOf(Damaged.class);
        try (var in = read(2 * CHUNK).from(0)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(Damaged.class);
        }
    }

    private byte[] seal(int length) throws IOException {
        var content = Sealed.random(length);
        try (var out = new SealedOutput(store.create(key.stored()), key.bytes(), key.context())) {
            out.write(content);
            out.finish();
        }
        return content;
    }

    private SealedContent read(int length) {
        return new SealedContent(store, key, length);
    }

    private Path file(FileKey which) {
        var name = which.stored();
        return folder.resolve(name.substring(34)).resolve(name);
    }
}
