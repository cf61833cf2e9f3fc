package io.retrace.obligations;

import static io.retrace.access.inspection.SampleFiles.picture;
import static io.retrace.access.inspection.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.retrace.access.CompanyFiles;
import io.retrace.access.FileIntake;
import io.retrace.access.inspection.SampleFiles;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Files of a copy as a company sends them: by whom, how often, how much, and what lies on the disk afterwards. */
class FileIntakeModuleTest {

    private static final String FILE = "/api/v1/obligations/{id}/files/{file}?name={name}";
    private static final byte[] RECORDS = text("[{\"face\": [0.25, 0.5]}]");

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company beacon = world.company();
    private final UUID file = UUID.randomUUID();
    private MockMvc api;
    private SubjectRequest request;
    private ObligationId id;

    @BeforeEach
    void ask() {
        api = MockMvcBuilders.standaloneSetup(world.named("fileController"))
                .setControllerAdvice(world.named("problems"))
                .build();
        world.photo(ada, lumen, beacon);
        request = world.askedForCopy(ada);
        id = world.obligation(request.id(), lumen);
    }

    @Test
    @UseCase("UC-011/7")
    void a_company_sends_files_for_its_own_question_and_no_other() throws Exception {
        call(lumen, put(FILE, id, file, "records.json").content(RECORDS)).andExpect(status().isCreated());
        for (var foreign : List.of(id, new ObligationId(UUID.randomUUID()))) {
            call(beacon, put(FILE, foreign, file, "records.json").content(RECORDS))
                    .andExpect(status().isNotFound());
            call(beacon, get("/api/v1/obligations/{id}/files", foreign)).andExpect(status().isNotFound());
            call(beacon, get("/api/v1/obligations/{id}/files/{file}", foreign, file))
                    .andExpect(status().isNotFound());
            call(beacon, delete("/api/v1/obligations/{id}/files/{file}", foreign, file))
                    .andExpect(status().isNotFound());
        }
        // the same id at another company is another file
        call(
                        beacon,
                        put(FILE, world.obligation(request.id(), beacon), file, "records.json")
                                .content(text("[]")))
                .andExpect(status().isCreated());
    }

    @Test
    @UseCase("UC-011/7")
    void nothing_is_taken_in_before_the_company_was_asked() {
        var bob = world.member();
        world.photo(bob, lumen);
        var unasked = world.obligation(world.askForCopy(bob).id(), lumen);
        assertThatThrownBy(() -> CopyFixture.upload(world, lumen, unasked, file, "[]"))
                .isInstanceOf(NotFound.class);
        world.runDue();
        CopyFixture.upload(world, lumen, unasked, file, "[]");
    }

    @Test
    @UseCase("UC-011/10")
    void sending_it_again_is_the_same_file_and_other_content_is_a_conflict() throws Exception {
        call(lumen, put(FILE, id, file, "records.json").content(RECORDS))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.media_type").value("application/json"))
                .andExpect(jsonPath("$.bytes").value(RECORDS.length))
                .andExpect(jsonPath("$.sha256").value(Sha256.of(RECORDS).toString()));
        call(lumen, put(FILE, id, file, "records.json").content(RECORDS)).andExpect(status().isOk());
        call(lumen, put(FILE, id, file, "records.json").content(text("[]")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:retrace:problem:error.file.id-reused"));
        call(lumen, put(FILE, id, UUID.randomUUID(), "Records.JSON").content(text("[]")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:retrace:problem:error.file.name-taken"));
        call(lumen, get("/api/v1/obligations/{id}/files", id))
                .andExpect(jsonPath("$.length()").value(1));
        call(lumen, delete("/api/v1/obligations/{id}/files/{file}", id, file)).andExpect(status().isNoContent());
        call(lumen, get("/api/v1/obligations/{id}/files", id))
                .andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    @UseCase("UC-011/9")
    void a_refusal_names_its_reason_and_leaves_nothing_behind() throws Exception {
        var before = stored();
        var polyglot = SampleFiles.join(picture("jpg"), SampleFiles.zip(new SampleFiles.Entry("a.txt", text("x"))));
        call(lumen, put(FILE, id, file, "photo.jpg").content(polyglot))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("urn:retrace:problem:error.file.polyglot"))
                .andExpect(jsonPath("$.field").value("file"));
        assertThat(stored()).isEqualTo(before);
        assertThat(world.as(lumen, () -> world.bean(FileIntake.class).files(id)))
                .isEmpty();
        assertThat(world.db()
                        .sql("select verdict || ' ' || detail || ' ' || bytes || ' ' || (raw is null)"
                                + " from inbound_answer where obligation_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .as("the verdict, and no byte of it")
                .containsExactly("INVALID file " + file + " sha256:" + Sha256.of(polyglot) + ": error.file.polyglot "
                        + polyglot.length + " true");
    }

    @Test
    @UseCase("UC-011/9")
    void of_an_erased_persons_file_not_even_the_digest_is_kept() {
        world.db()
                .sql("update obligation set forgotten_at = now() where id = ?")
                .param(id.value())
                .update();
        assertThatThrownBy(() -> CopyFixture.upload(world, lumen, id, file, "[1]"))
                .isInstanceOf(Conflict.class)
                .hasMessage("error.copy.closed");
        assertThat(world.db()
                        .sql("select detail from inbound_answer where obligation_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("file " + file + ": error.copy.closed");
    }

    @Test
    @UseCase("UC-011/10")
    void what_is_too_long_or_too_much_is_refused() throws Exception {
        var limits = world.as(lumen, () -> world.bean(FileIntake.class).limits());
        for (int i = 0; i < limits.files(); i++) {
            CopyFixture.upload(world, lumen, id, UUID.randomUUID(), "[" + i + "]");
        }
        call(lumen, put(FILE, id, file, "one-more.json").content(RECORDS))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("urn:retrace:problem:error.file.too-many"));
        var beacons = world.obligation(request.id(), beacon);
        call(
                        beacon,
                        put(FILE, beacons, file, "long.txt")
                                .content(new byte[(int) limits.file().toBytes() + 1]))
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.type").value("urn:retrace:problem:error.file.too-large"));
    }

    @Test
    @UseCase("UC-011/10")
    void on_the_disk_lies_nothing_that_can_be_read_or_changed() throws IOException {
        var secret = "{\"note\": \"" + "a face nobody may see ".repeat(8_000) + "\"}";
        var kept = CopyFixture.upload(world, lumen, id, file, secret).file();
        var path = stored().stream()
                .filter(one -> one.getFileName().toString().equals(kept.id().toString()))
                .findFirst()
                .orElseThrow();
        var onDisk = Files.readAllBytes(path);
        assertThat(new String(onDisk, StandardCharsets.ISO_8859_1)).doesNotContain("nobody may see");
        assertThat(read(kept.id())).isEqualTo(secret);

        for (int at : new int[] {0, onDisk.length / 2, onDisk.length - 1}) {
            var altered = onDisk.clone();
            altered[at] ^= 1;
            Files.write(path, altered);
            assertThatThrownBy(() -> read(kept.id())).hasStackTraceContaining("Damaged");
        }
        Files.write(path, java.util.Arrays.copyOf(onDisk, 64 * 1024 + 16)); // whole chunks, but not all of them
        assertThatThrownBy(() -> read(kept.id())).hasStackTraceContaining("not as long as it was");
    }

    private String read(io.retrace.access.CompanyFileId kept) {
        try (var in = world.bean(CompanyFiles.class).open(kept)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> stored() throws IOException {
        var folder = Path.of(world.bean(Environment.class).getRequiredProperty("retrace.access.files"));
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private ResultActions call(Company company, MockHttpServletRequestBuilder call) {
        return world.as(company, () -> {
            try {
                return api.perform(call);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
