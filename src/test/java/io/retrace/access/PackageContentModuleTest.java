package io.retrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.access.Member.Company;
import io.retrace.ledger.PhotoId;
import io.retrace.requests.RequestId;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a package. */
class PackageContentModuleTest {

    private static final Instant SPRING = Instant.parse("2024-03-01T10:00:00Z");

    private final AccessWorld world = AccessWorld.shared();
    private final Member ada = world.member(Locale.ENGLISH);
    private final Company lumen = Company.register(world, "Lumen Vision");
    private final Company mosaic = Company.register(world, "Mosaic Media");
    private PhotoId shared = new PhotoId(new java.util.UUID(0, 0));

    @BeforeEach
    void photos() {
        shared = ada.photo(SPRING, "p-shared-" + ada.ref());
        ada.photo(SPRING.plusSeconds(86_400), "p-unshared-" + ada.ref());
        ada.picture(shared, new byte[] {1, 2, 3});
        ada.sent(shared, lumen, "model-training", SPRING.plusSeconds(60));
        ada.sent(shared, mosaic, "advertising", SPRING.plusSeconds(120), lumen);
    }

    @Test
    @UseCase("UC-012/2")
    void the_page_to_open_comes_first_and_the_manifest_last() {
        var names = List.copyOf(copy().entries().keySet());
        assertThat(names).startsWith("index.html").endsWith("manifest.json");
        assertThat(names)
                .contains(
                        "README.txt",
                        "photos.csv",
                        "disclosures.csv",
                        "disclosures.json",
                        "recipients.csv",
                        "messages.csv",
                        "messages.json",
                        "schema/disclosures.schema.json",
                        "schema/messages.schema.json",
                        "schema/manifest.schema.json");
    }

    @Test
    @UseCase("UC-012/3")
    void each_disclosure_says_who_when_what_for_on_what_ground_where_from_and_whether_it_is_still_held() {
        var erasure = ada.request("ERASURE", lumen);
        lumen.erased(erasure);
        var photo = copy().json("disclosures.json").get("photos").get(1);
        assertThat(photo.get("photo").asString()).isEqualTo(shared.toString());
        var first = photo.get("disclosures").get(0);
        assertThat(first.get("recipient").get("legal_name").asString()).isEqualTo("Lumen Vision GmbH");
        assertThat(first.get("sent_at").asString()).isEqualTo("2024-03-01T10:01:00Z");
        assertThat(first.get("purpose").get("in_words").asString()).isEqualTo("Training AI");
        assertThat(first.get("legal_basis").get("in_words").asString()).isEqualTo("consent");
        assertThat(first.get("passed_on_by").isNull()).isTrue();
        assertThat(first.get("still_held").get("in_words").asString())
                .isEqualTo("It confirmed on 3 November 2026 that it is deleted.");
        var second = photo.get("disclosures").get(1);
        assertThat(second.get("passed_on_by").get("name").asString()).isEqualTo("Lumen Vision");
        assertThat(second.get("still_held").get("code").asString()).isEqualTo("not-asked");
    }

    @Test
    @UseCase("UC-012/3")
    void recipients_stand_by_name_also_those_that_a_company_told_of() {
        lumen.erased(ada.request("ERASURE", lumen));
        var recipients = copy().text("recipients.csv");
        assertThat(recipients).contains("Lumen Vision GmbH", "Mosaic Media GmbH", "Onward Data Ltd");
    }

    @Test
    void the_tables_hold_a_row_for_each_thing() {
        var copy = copy();
        assertThat(copy.rows("photos.csv")).hasSize(3);
        assertThat(copy.rows("photos.csv").get(2).get(2))
                .startsWith("photos/2024-03-01-")
                .endsWith(".jpg");
        assertThat(copy.text("disclosures.csv").lines()).hasSize(3);
    }

    @Test
    void pictures_that_are_kept_lie_beside_the_page_and_the_page_shows_them() {
        var copy = copy();
        var picture = copy.entries().keySet().stream()
                .filter(name -> name.startsWith("photos/"))
                .toList();
        assertThat(picture).hasSize(1);
        assertThat(copy.bytes(picture.getFirst())).containsExactly(1, 2, 3);
        assertThat(copy.text("index.html")).contains("src=\"" + picture.getFirst() + "\"");
    }

    @Test
    @UseCase("UC-012/4")
    void the_manifest_names_every_other_entry_with_its_digest() {
        var copy = copy();
        var listed = copy.json("manifest.json").get("entries");
        assertThat(listed.size()).isEqualTo(copy.entries().size() - 1);
        for (var entry : listed) {
            var bytes = copy.bytes(entry.get("name").asString());
            assertThat(entry.get("sha256").asString())
                    .isEqualTo(Sha256.of(bytes).toString());
            assertThat(entry.get("bytes").asInt()).isEqualTo(bytes.length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"disclosures", "messages", "manifest"})
    @UseCase("UC-012/4")
    void what_machines_read_is_what_the_schema_says(String document) {
        lumen.erased(ada.request("ERASURE", lumen));
        var copy = copy();
        var schema = new Schema(copy.json("schema/" + document + ".schema.json"));
        assertThat(schema.faults(copy.json(document + ".json"))).isEmpty();
    }

    @Test
    @UseCase("UC-012/2")
    void other_programs_open_it_too() throws Exception {
        var file = Files.createTempFile("copy", ".zip");
        Files.write(file, world.download(ada, ready(ada.asksForCopy(lumen))));
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().findFirst().orElseThrow().getName()).isEqualTo("index.html");
        }
        var test = new ProcessBuilder("unzip", "-t", file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(test.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(test.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(test.exitValue()).as(said).isZero();
        assertThat(said).contains("No errors detected");
    }

    @Test
    @UseCase("UC-012/5")
    void nothing_of_anybody_else_is_in_it() {
        var bob = world.member(Locale.ENGLISH);
        var canary = "p-canary-" + bob.ref();
        var photo = bob.photo(SPRING, canary);
        var secret = Company.register(world, "Canary Collectors");
        bob.sent(photo, secret, "model-training", SPRING);
        bob.sent(photo, lumen, "model-training", SPRING);
        var request = bob.request("ERASURE", lumen, secret);
        world.db()
                .sql("insert into mail (id, occasion, subject_id, request_id, planned_at)"
                        + " values (gen_random_uuid(), 'RECEIVED', ?, ?, now())")
                .params(bob.subject().value(), request.value())
                .update();
        var reference = world.db()
                .sql("select reference from request where id = ?")
                .param(request.value())
                .query(String.class)
                .single();
        copy().entries()
                .forEach((name, bytes) -> assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                        .as(name)
                        .doesNotContain(canary, "Canary Collectors", photo.toString(), reference)
                        .doesNotContain(bob.subject().value().toString())
                        .doesNotContain(Sha256.of(canary.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString()));
    }

    @Test
    void markup_in_a_name_stays_text_and_a_formula_stays_a_word() {
        var evil = Company.register(world, "=1+1<script>alert(1)</script>");
        ada.sent(shared, evil, "advertising", SPRING);
        var copy = copy();
        assertThat(copy.text("index.html")).doesNotContain("<script").contains("=1+1&lt;script&gt;");
        assertThat(copy.text("recipients.csv")).contains("\"'=1+1<script>alert(1)</script>\"");
        assertThat(copy.text("disclosures.csv")).contains(",\"'=1+1<script>");
    }

    @Test
    void it_speaks_the_language_of_its_person() {
        var cleo = world.member(Locale.GERMAN);
        cleo.photo(SPRING, "p-" + cleo.ref());
        var copy = Unzipped.of(world.download(cleo, ready(cleo, cleo.asksForCopy(lumen))));
        assertThat(copy.text("index.html"))
                .contains("<html lang=\"de\">", "Ihre Kopie")
                .doesNotContain("package.");
        assertThat(copy.text("README.txt")).contains("Entpacken Sie");
        assertThat(copy.text("disclosures.csv")).contains("sent_at");
    }

    @Test
    void many_photos_get_pages_of_their_own_by_year() {
        for (int i = 0; i < 450; i++) ada.photo(SPRING.plusSeconds(i * 86_400L), "p-" + i + ada.ref());
        var copy = copy();
        assertThat(copy.entries()).containsKeys("pages/2024-1.html", "pages/2024-2.html", "pages/2025.html");
        assertThat(copy.text("index.html")).contains("href=\"pages/2025.html\"").doesNotContain("<li class=\"photo\">");
        var told = copy.entries().keySet().stream()
                .filter(name -> name.startsWith("pages/"))
                .mapToInt(name -> copy.text(name).split("<li class=\"photo\">", -1).length - 1)
                .sum();
        assertThat(told).isEqualTo(452);
    }

    @Test
    void no_text_is_missing() throws IOException {
        lumen.erased(ada.request("ERASURE", lumen));
        var copy = copy();
        for (var page : List.of("index.html", "README.txt"))
            assertThat(copy.text(page))
                    .doesNotContain("{0", "{1")
                    .doesNotContainPattern("(package|member|company|timeline|mail)\\.[a-z-]+\\.[a-z-]+<");
    }

    private Unzipped copy() {
        return Unzipped.of(world.download(ada, ready(ada.asksForCopy(lumen, mosaic))));
    }

    private PackageId ready(RequestId request) {
        return ready(ada, request);
    }

    private PackageId ready(Member member, RequestId request) {
        world.runDue();
        return world.newest(member, request).id();
    }
}
