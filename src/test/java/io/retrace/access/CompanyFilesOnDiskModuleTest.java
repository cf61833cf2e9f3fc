package io.retrace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.access.Member.Company;
import io.retrace.obligations.CopyQuestions.Question;
import io.retrace.obligations.ObligationId;
import io.retrace.requests.RequestId;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on the disk and what the rows say of it: swept, forgotten, and read meanwhile. */
class CompanyFilesOnDiskModuleTest {

    private static final byte[] CONTENT = "sealed bytes of a company".getBytes(StandardCharsets.UTF_8);

    private final AccessWorld world = AccessWorld.shared();
    private final FileRows rows = world.bean(FileRows.class);
    private final Clock clock = Clock.fixed(world.now(), ZoneOffset.UTC);

    @TempDir
    private Path root;

    private FileFolder folder;

    @BeforeEach
    void open() {
        folder = new FileFolder(new AccessSettings(root, null, Duration.ofSeconds(1)));
    }

    @Test
    @UseCase("UC-013/15")
    void the_sweep_takes_old_bytes_that_no_row_knows_and_nothing_else() throws IOException {
        var wanted = known(owing(), Duration.ofDays(40));
        var orphan = stored(UUID.randomUUID(), Duration.ofHours(25));
        var arriving = stored(UUID.randomUUID(), Duration.ofHours(23));
        var foreign = Files.write(root.resolve("notes.txt"), CONTENT);
        Files.setLastModifiedTime(foreign, FileTime.from(world.now().minus(Duration.ofDays(40))));

        FileSweep.sweep(folder, rows, clock);

        assertThat(path(wanted)).exists();
        assertThat(path(orphan)).doesNotExist();
        assertThat(path(arriving)).as("it may still be arriving").exists();
        assertThat(foreign).as("not ours").exists();
        FileSweep.sweep(folder, rows, clock);
        assertThat(path(wanted)).as("swept once more").exists();
    }

    @Test
    @UseCase("UC-013/15")
    void who_reads_a_file_while_it_is_deleted_reads_it_to_its_end() throws IOException {
        var orphan = stored(UUID.randomUUID(), Duration.ofHours(25));
        try (var reader = folder.open(orphan.toString())) {
            FileSweep.sweep(folder, rows, clock);
            assertThat(path(orphan)).doesNotExist();
            var read = ByteBuffer.allocate(CONTENT.length);
            while (read.hasRemaining() && reader.read(read) >= 0) continue;
            assertThat(read.array()).isEqualTo(CONTENT);
        }
    }

    @Test
    @UseCase("UC-013/15")
    void files_that_vanish_during_the_sweep_do_not_stop_it() throws InterruptedException {
        var stop = new AtomicBoolean();
        var others = Thread.ofPlatform().start(() -> {
            while (!stop.get()) {
                var keys = Stream.generate(UUID::randomUUID).limit(100).toList();
                for (var key : keys) stored(key, Duration.ofHours(25));
                for (var key : keys) delete(key);
            }
        });
        try {
            for (int i = 0; i < 100; i++) FileSweep.sweep(folder, rows, clock);
        } finally {
            stop.set(true);
            others.join();
        }
        assertThat(others.isAlive()).isFalse();
    }

    @Test
    @UseCase("UC-013/15")
    void forgetting_a_person_deletes_their_files_and_nobody_elses_and_may_run_twice() throws IOException {
        var ada = owing();
        var ben = owing();
        var first = known(ada, Duration.ZERO);
        var second = known(ada, Duration.ZERO);
        var bens = known(ben, Duration.ZERO);
        delete(second); // somebody was quicker, or a crash came between the bytes and the rows
        var forgotten = new ForgottenFiles(rows, folder);

        forgotten.erase(ada.member().subject());
        forgotten.erase(ada.member().subject());

        assertThat(path(first)).doesNotExist();
        assertThat(rows.keysOf(ada.member().subject())).isEmpty();
        assertThat(path(bens)).exists();
        assertThat(rows.keysOf(ben.member().subject())).containsExactly(bens.toString());
    }

    @Test
    @UseCase("UC-013/15")
    void a_file_that_cannot_be_deleted_keeps_its_row_so_that_the_step_finds_it_again() throws IOException {
        var ada = owing();
        var file = known(ada, Duration.ZERO);
        delete(file);
        Files.createDirectories(path(file).resolve("in-the-way")); // a disk that does not let go, for whoever is root
        var forgotten = new ForgottenFiles(rows, folder);

        assertThatThrownBy(() -> forgotten.erase(ada.member().subject())).isInstanceOf(UncheckedIOException.class);
        assertThat(rows.keysOf(ada.member().subject())).containsExactly(file.toString());

        Files.delete(path(file).resolve("in-the-way"));
        forgotten.erase(ada.member().subject());
        assertThat(path(file)).doesNotExist();
        assertThat(rows.keysOf(ada.member().subject())).isEmpty();
    }

    /** A member whose copy a company owes. */
    private record Owing(Member member, RequestId request, Company company) {}

    private Owing owing() {
        var member = world.member(Locale.ENGLISH);
        var company = Company.register(world, "Lumen");
        return new Owing(member, member.request("ACCESS", company), company);
    }

    /** A file with its row. */
    private UUID known(Owing owing, Duration age) {
        var id = UUID.randomUUID();
        var obligation = new ObligationId(world.db()
                .sql("select id from obligation where request_id = ?")
                .param(owing.request().value())
                .query(UUID.class)
                .single());
        var question = new Question(
                obligation,
                owing.request(),
                owing.member().subject(),
                owing.company().id());
        var name = "records-" + id + ".json";
        var file = new CompanyFile(
                new CompanyFileId(id),
                obligation,
                owing.company().id(),
                UUID.randomUUID(),
                name,
                "application/json",
                CONTENT.length,
                Sha256.of(CONTENT),
                world.now());
        rows.insert(file, question, FileKey.of(file.id()));
        return stored(id, age);
    }

    private UUID stored(UUID key, Duration age) {
        try (var out = folder.create(key.toString())) {
            out.write(CONTENT);
            Files.setLastModifiedTime(path(key), FileTime.from(world.now().minus(age)));
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(UUID key) {
        try {
            folder.delete(key.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(UUID key) {
        return root.resolve(key.toString().substring(34)).resolve(key.toString());
    }
}
