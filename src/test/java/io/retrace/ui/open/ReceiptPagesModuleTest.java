package io.retrace.ui.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.shared.Sha256;
import io.retrace.testing.TestDatabase;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** The pages for whoever holds the link, through the real filters. */
@SpringBootTest(properties = "retrace.open.reads-per-minute=1000")
@AutoConfigureMockMvc
class ReceiptPagesModuleTest {

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient jdbc;

    private final UUID id = UUID.randomUUID();
    private final String page = "/receipts/" + id + "/" + SECRET;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @BeforeEach
    void issue() {
        var sample = JsonMapper.shared().readTree(SampleReceipt.file().json());
        var evidence = sample.path("evidence");
        jdbc.sql("""
                        with leaf as (insert into evidence_leaf (entry) values (:entry) returning no)
                        insert into receipt (id, request_id, subject_id, version, issued_at, content_sha256, statement,
                                             statement_sha256, salt, body, leaf_no, proof, secret_sha256)
                        select :id, :request, :request, 1, now(), :digest, :statement, :digest, :salt, :body, no, :proof,
                               :secret from leaf""")
                .param("entry", evidence.path("entry").asString().getBytes(StandardCharsets.UTF_8))
                .param("id", id)
                .param("request", UUID.randomUUID())
                .param("digest", new byte[32])
                .param("statement", sample.path("statement").toString())
                .param("salt", HexFormat.of().parseHex(evidence.path("salt").asString()))
                .param("body", evidence.path("body").toString())
                .param("proof", evidence.path("proof").asString())
                .param(
                        "secret",
                        Sha256.of(SECRET.getBytes(StandardCharsets.UTF_8)).bytes())
                .update();
    }

    @Test
    @UseCase("UC-010/4")
    void the_page_shows_the_receipt_without_script_session_or_trace() {
        var answer =
                web.get().uri(page).header(HttpHeaders.ACCEPT_LANGUAGE, "de").exchange();
        assertThat(answer)
                .hasStatusOk()
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("X-Robots-Tag", "noindex, nofollow")
                .bodyText()
                .contains("<html lang=\"de\">", "Beleg zur Anfrage R-7Q4M-2KX9", "Lumen Vision", "Palisade ID")
                .contains(page + "/receipt.pdf?lang=de")
                .doesNotContain("<script", "http://", "https://");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(web.get().uri(page + "?lang=en").exchange())
                .bodyText()
                .contains("<html lang=\"en\">", "Receipt for request");
    }

    @Test
    @UseCase("UC-010/4")
    void a_wrong_id_and_a_wrong_secret_answer_alike() {
        var wrongSecret = body("/receipts/" + id + "/" + SECRET.replace('A', 'B'));
        assertThat(body("/receipts/" + UUID.randomUUID() + "/" + SECRET)).isEqualTo(wrongSecret);
        assertThat(body("/receipts/nothing/" + SECRET)).isEqualTo(wrongSecret);
        assertThat(body("/receipts/" + id + "/x/receipt.json")).isEqualTo(wrongSecret);
        assertThat(body("/receipts/" + id + "/x/receipt.pdf")).isEqualTo(wrongSecret);
    }

    @Test
    @UseCase("UC-010/9")
    void a_wrong_secret_takes_no_longer_than_a_wrong_id_however_long_the_receipt_is() {
        var large = UUID.randomUUID();
        jdbc.sql("""
                        insert into receipt (id, request_id, version, issued_at, content_sha256, statement, statement_sha256,
                                             salt, body, leaf_no, proof, secret_sha256)
                        select :id, :id, 1, now(), r.content_sha256, :statement, r.statement_sha256, r.salt, r.body, r.leaf_no,
                               r.proof, r.secret_sha256 from receipt r where r.id = :other""")
                .param("id", large)
                .param("other", id)
                .param("statement", "{\"words\":\"" + HexFormat.of().formatHex(noise()) + "\"}")
                .update();
        var wrongSecret = new long[40];
        var wrongId = new long[40];
        for (int i = 0; i < wrongId.length; i++) {
            wrongSecret[i] = nanos("/receipts/" + large + "/nothing");
            wrongId[i] = nanos("/receipts/" + UUID.randomUUID() + "/nothing");
        }
        Arrays.sort(wrongSecret);
        Arrays.sort(wrongId);
        assertThat(wrongSecret[20]).as("median").isLessThan(2 * wrongId[20]);
    }

    private long nanos(String address) {
        var from = System.nanoTime();
        body(address);
        return System.nanoTime() - from;
    }

    private static byte[] noise() {
        var bytes = new byte[4 << 20];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void the_paper_and_the_file_can_be_saved() {
        assertThat(web.get().uri(page + "/receipt.pdf").exchange())
                .hasStatusOk()
                .hasContentType("application/pdf")
                .bodyText()
                .startsWith("%PDF-");
        var file = web.get().uri(page + "/receipt.json").exchange();
        assertThat(file).hasStatusOk().hasContentType("application/json");
        assertThat(file.getResponse().getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"receipt-R-7Q4M-2KX9-2.json\"");
    }

    @Test
    @UseCase("UC-010/6")
    void a_file_that_was_changed_is_refused_with_a_plain_reason() {
        var changed = SampleReceipt.file().json().replace("\"kept-some\"", "\"confirmed-deleted\"");
        assertThat(check(changed)).contains("This is not a receipt as it was issued");
        assertThat(check("{\"format\":\"retrace-receipt/v1\"}")).contains("This is not a receipt as it was issued");
        assertThat(check("<svg onload=alert(1)>"))
                .contains("This is not a receipt")
                .doesNotContain("onload");
        assertThat(web.get().uri("/receipts/check").exchange()).hasStatusOk();
    }

    private String check(String file) {
        var upload = new MockMultipartFile("file", "r.json", "application/json", file.getBytes(StandardCharsets.UTF_8));
        var answer = web.post().uri("/receipts/check").multipart().file(upload).exchange();
        assertThat(answer).hasStatus(422);
        return text(answer.getResponse().getContentAsByteArray());
    }

    private String body(String address) {
        var answer = web.get().uri(address).exchange();
        assertThat(answer).hasStatus(404);
        return text(answer.getResponse().getContentAsByteArray());
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
