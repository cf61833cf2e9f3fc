package io.retrace.erasing;

import static io.retrace.erasing.TwoPeople.ADA;
import static io.retrace.erasing.TwoPeople.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.retrace.access.MyPackages;
import io.retrace.access.PackageDownload.Device;
import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.MyReceipts;
import io.retrace.evidence.verify.OfflineVerifier;
import io.retrace.evidence.verify.ReceiptVerifier;
import io.retrace.obligations.Forms;
import io.retrace.obligations.SignedIn;
import io.retrace.requests.RequestId;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

/** What a person takes home at the end: what companies sent by API and by page, and the receipts of it all. */
class CopyTakenHomeModuleTest {

    private static final byte[] SCORES = "photo,score\r\nä-1,=1+1\r\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTES = "{\"notes\": \"<b>none</b>\"}".getBytes(StandardCharsets.UTF_8);

    private final World world = new World();
    private final Portal portal = world.start();

    @BeforeEach
    void feed() {
        people().register();
        people().feed(ADA, 2);
        people().feed(BEN, 1);
    }

    @AfterEach
    void end() {
        portal.close();
        world.close();
    }

    @Test
    @UseCase({"UC-011/12", "UC-012/2", "UC-012/4"})
    void what_companies_sent_lies_in_it_unchanged_under_safe_names_linked_and_in_the_manifest() throws Exception {
        var copy = answered();
        for (var language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            var home = takenHome(copy.request().id(), language);
            var byApi = "companies/lumen-vision/1-Scores_of_A_B_.csv";
            var byPage = "companies/nearby-ads/1-notes.json";
            assertThat(home.get(byApi)).isEqualTo(SCORES);
            assertThat(home.get(byPage)).isEqualTo(NOTES);
            assertThat(home.keySet()).allMatch(name -> name.matches("[\\p{L}\\p{N}._/-]+"));
            var page = text(home, "index.html");
            assertThat(page).contains("href=\"" + byApi + "\"", "href=\"" + byPage + "\"", "<html lang=\"" + language);
            assertThat(page).contains(language == Locale.ENGLISH ? "<h2>Receipts</h2>" : "<h2>Belege</h2>");
            assertThat(page).contains("lumen-vision", "Scores of A &amp; B;.csv");
            assertThatTheManifestNamesEverything(home);
        }
    }

    @Test
    @UseCase("UC-012/15")
    void receipts_go_along_on_paper_for_programs_and_with_what_checks_them() throws Exception {
        var bens = people().ask(BEN);
        var copy = answered();
        portal.pass(Duration.ofHours(25));
        people().answer(bens, "lumen-vision", Forms.erased("answer-0001", today(), null));
        portal.pass(Duration.ofMinutes(1));
        var home = takenHome(copy.request().id(), Locale.GERMAN);
        var receipts = home.keySet().stream()
                .filter(name -> name.startsWith("receipts/"))
                .toList();
        assertThat(receipts.stream().filter(name -> name.endsWith(".json")))
                .as("of two answers and the whole")
                .hasSize(3);
        assertThat(receipts.stream().filter(name -> name.endsWith(".pdf"))).hasSize(3);
        assertThat(home.get("receipts/retrace-verifier.html")).isEqualTo(OfflineVerifier.page());
        var page = text(home, "index.html");
        assertThat(page).contains("<h2>Belege</h2>", "Bewahren Sie ihn auf");
        for (var name : receipts) {
            assertThat(page).contains("href=\"" + name + "\"");
            if (name.endsWith(".json")) {
                ReceiptVerifier.verify(
                        bytes(home, name), portal.bean(EvidenceLog.class).verifierKey());
                assertThat(text(home, name)).doesNotContain(bens.reference().value());
            }
            if (name.endsWith(".pdf")) assertThat(paper(bytes(home, name))).contains("Beleg");
        }
        assertThat(people().as(BEN, () -> portal.bean(MyReceipts.class).of(bens.id())))
                .as("the other’s")
                .isNotEmpty();
        assertThatTheManifestNamesEverything(home);
    }

    private CopyStory answered() throws Exception {
        var copy = CopyStory.begin(portal, people(), ADA);
        answerByApi(copy);
        copy.answer("nearby-ads", "answer-0001", null, copy.upload("nearby-ads", "notes.json", NOTES));
        portal.pass(Duration.ofMinutes(1));
        return copy;
    }

    /** The same requests that a company’s program sends; who it is was proved before. */
    private void answerByApi(CopyStory copy) throws Exception {
        var http = MockMvcBuilders.webAppContextSetup(portal.web()).build();
        var obligation = "/api/v1/obligations/" + copy.obligation("lumen-vision");
        var file = UUID.randomUUID();
        var answer = """
                {"answer_id":"answer-0001","said":"provided","files":[{"id":"%s","sha256":"%s"}],
                 "declarant":{"name":"Dana Ortiz","title":"Data Protection Lead","perjury":true}}""".formatted(file, Sha256.of(SCORES));
        SignedIn.company("lumen-vision", () -> {
            send(
                    http,
                    put(obligation + "/files/" + file)
                            .param("name", "Scores of A & B;.csv")
                            .content(SCORES),
                    201);
            send(
                    http,
                    post(obligation + "/copy-answers")
                            .contentType("application/json")
                            .content(answer),
                    201);
            return file;
        });
    }

    private static void send(MockMvc http, RequestBuilder request, int expected) {
        try {
            http.perform(request).andExpect(status().is(expected));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, byte[]> takenHome(RequestId request, Locale language) {
        portal.pass(Duration.ofSeconds(1)); // the newest of several stands first
        people().as(ADA, () -> {
            portal.bean(MyPackages.class).makeAgain(request, language);
            return request;
        });
        portal.work();
        return people().as(ADA, () -> {
            var newest = portal.bean(MyPackages.class).of(request).getFirst();
            var open = portal.bean(MyPackages.class).download(newest.id(), Device.COMPUTER, null);
            var zip = new ByteArrayOutputStream();
            try {
                open.reader().copy(0, open.file().bytes(), zip);
                return unzipped(zip.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static void assertThatTheManifestNamesEverything(Map<String, byte[]> home) {
        var listed = JsonMapper.shared().readTree(text(home, "manifest.json")).path("entries");
        assertThat(listed.size()).isEqualTo(home.size() - 1);
        for (var entry : listed) {
            assertThat(entry.path("sha256").asString())
                    .isEqualTo(Sha256.of(bytes(home, entry.path("name").asString()))
                            .toString());
        }
    }

    private static byte[] bytes(Map<String, byte[]> home, String name) {
        return Objects.requireNonNull(home.get(name), name);
    }

    private static String text(Map<String, byte[]> home, String name) {
        return new String(bytes(home, name), StandardCharsets.UTF_8);
    }

    private static String paper(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private TwoPeople people() {
        return new TwoPeople(portal, world.clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC);
    }
}
