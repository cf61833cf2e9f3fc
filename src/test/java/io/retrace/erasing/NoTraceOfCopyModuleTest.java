package io.retrace.erasing;

import static io.retrace.erasing.TwoPeople.ADA;
import static io.retrace.erasing.TwoPeople.hash;
import static io.retrace.erasing.TwoPeople.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.IssuedReceipt;
import io.retrace.evidence.MyReceipts;
import io.retrace.evidence.OpenReceipts;
import io.retrace.evidence.ReceiptFile;
import io.retrace.evidence.verify.ReceiptRefused;
import io.retrace.evidence.verify.ReceiptVerifier;
import io.retrace.identity.MyAccount;
import io.retrace.obligations.CompanyDesk;
import io.retrace.obligations.CompanyObligation;
import io.retrace.obligations.CopyForm.SentFile;
import io.retrace.obligations.Forms;
import io.retrace.obligations.SignedIn;
import io.retrace.requests.RequestId;
import io.retrace.shared.DomainException;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The canary with a copy: companies sent files, one of them the very photo, and the person took their package. What they
 * leave is gone everywhere; what they took along, receipts, is as good as before.
 */
class NoTraceOfCopyModuleTest {

    private static final String NOTE = "file-canary-5120";
    private static final byte[] PHOTO = ("picture " + ref(ADA, 1)).getBytes(StandardCharsets.UTF_8);
    private static final byte[] RECORD =
            "{\"remembered\": \"%s\"}".formatted(NOTE).getBytes(StandardCharsets.UTF_8);

    private final World world = new World();
    private final Portal portal = world.start();

    @BeforeEach
    void feed() {
        people().register();
        people().feed(ADA, 2);
    }

    @AfterEach
    void end() {
        portal.close();
        world.close();
    }

    @Test
    @UseCase({"UC-013/3", "UC-013/14"})
    void files_answers_and_packages_go_and_receipts_stay_as_good_as_before() throws IOException {
        var copy = copied(true);
        var erasure = people().ask(ADA);
        portal.pass(Duration.ofHours(25));
        for (var company : TwoPeople.COMPANIES)
            people().answer(erasure, company, Forms.erased("answer-" + company, today(), null));
        portal.pass(Duration.ofMinutes(1));
        copy.download(ADA, people());
        portal.db().sql("analyze").update();
        var traces = planted();
        assertThat(traces.in(portal.db()))
                .as("what is looked for was there")
                .anyMatch(find -> find.startsWith("company_file.sha256"))
                .anyMatch(find -> find.startsWith("company_file.name"))
                .anyMatch(find -> find.startsWith("copy_answer.body"))
                .anyMatch(find -> find.startsWith("copy_answer_signature.signed"))
                .anyMatch(find -> find.startsWith("inbound_answer.raw"));
        assertThat(files("company-files")).hasSize(2);
        assertThat(files("packages")).isNotEmpty();
        var kept = new ArrayList<Kept>();
        kept.addAll(receipts(copy.request().id()));
        kept.addAll(receipts(erasure.id()));
        assertThat(kept)
                .as("of the copy’s one answer, of both others, of the whole")
                .hasSize(4);

        close();

        assertThat(traces.in(portal.db())).isEmpty();
        assertThat(traces.in(world.home)).isEmpty();
        assertThat(files("company-files")).isEmpty();
        assertThat(files("packages")).isEmpty();
        assertThat(files("thumbnails")).isEmpty();
        for (var table : List.of(
                "company_file", "access_package", "access_download", "evidence_opening where subject_id is not null"))
            assertThat(rows(table)).as(table).isZero();
        assertThat(rows("receipt where subject_id is not null or sealed_secret is not null"))
                .as("receipts of somebody")
                .isZero();
        assertThat(rows("copy_answer_signature where signed is null and octet_length(signed_sha256) = 32"))
                .as("its digest and signature stay")
                .isOne();
        for (var receipt : kept) assertThatItStillProves(receipt, traces);
    }

    @Test
    @UseCase("UC-013/14")
    void a_company_reads_what_it_answered_and_that_the_files_are_gone_and_sends_no_more() {
        var copy = copied(false);
        var before = digests();
        close();

        var seen = seen(copy);
        assertThat(seen.forgotten()).isTrue();
        assertThat(seen.items()).isEqualTo(2);
        assertThat(seen.copies()).hasSize(1);
        assertThat(seen.copies().getFirst().form().files()).isEmpty();
        assertThat(seen.copies().getFirst().form().declarant().name()).isEqualTo("Dana Ortiz");
        assertThat(digests()).as("of what was said").isEqualTo(before);
        assertThat(items(copy)).isEmpty();

        assertThatThrownBy(() -> copy.upload("lumen-vision", "again.txt", PHOTO))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageContaining("error.copy.closed");
        assertThatThrownBy(() -> copy.answer("lumen-vision", "answer-0009", "Found more"))
                .isInstanceOf(DomainException.Conflict.class);
        assertThatThrownBy(() -> copy.upload("nearby-ads", "late.txt", PHOTO))
                .as("a copy that never came is not asked for any more")
                .isInstanceOf(DomainException.NotFound.class);
        assertThat(planted().in(portal.db())).isEmpty();
        assertThat(rows("inbound_answer where raw is not null and verdict = 'CONFLICT'"))
                .as("words of an answer that was refused")
                .isZero();
    }

    @Test
    @UseCase("UC-013/14")
    void a_company_may_still_amend_what_it_said_about_erasing_and_the_queue_comes_to_rest() {
        var erasure = people().ask(ADA);
        portal.pass(Duration.ofHours(25));
        for (var company : TwoPeople.COMPANIES)
            people().answer(erasure, company, Forms.erased("answer-" + company, today(), null));
        portal.pass(Duration.ofMinutes(1));
        close();
        assertThat(rows("erasing where done_at is not null")).isEqualTo(1);

        int receipts = rows("receipt");
        people().answer(erasure, "lumen-vision", Forms.erased("answer-0002", today(), "Backups went too"));
        portal.pass(Duration.ofHours(1));

        assertThat(rows("attestation")).isEqualTo(3);
        assertThat(rows("scheduled_tasks where task_name = 'issue-receipt'"))
                .as("a receipt that never comes")
                .isZero();
        assertThat(rows("receipt")).as("another one, for what is in force now").isGreaterThan(receipts);
        portal.pass(Duration.ofHours(2));
        for (var table : List.of(
                "evidence_opening where subject_id is not null",
                "receipt where subject_id is not null or sealed_secret is not null",
                "inbound_answer where raw is not null",
                "scheduled_tasks where task_name = 'erase-person'"))
            assertThat(rows(table)).as(table).isZero();
        assertThat(planted().in(portal.db())).isEmpty();
    }

    /** A receipt as its person took it along. */
    private record Kept(URI page, ReceiptFile file) {}

    private CopyStory copied(boolean signed) {
        var copy = CopyStory.begin(portal, people(), ADA);
        var files = new SentFile[] {
            copy.upload("lumen-vision", "adelheid-1.txt", PHOTO), copy.upload("lumen-vision", "records.json", RECORD)
        };
        if (signed) copy.answerSigned("lumen-vision", "answer-0001", files);
        else copy.answer("lumen-vision", "answer-0001", null, files);
        portal.pass(Duration.ofMinutes(1));
        return copy;
    }

    private List<Kept> receipts(RequestId request) {
        return people().as(
                        ADA,
                        () -> portal.bean(MyReceipts.class).of(request).stream()
                                .filter(IssuedReceipt::provable)
                                .map(receipt ->
                                        kept(portal.bean(MyReceipts.class).page(receipt.id())))
                                .toList());
    }

    private Kept kept(URI page) {
        return new Kept(page, open(page));
    }

    /** By the link, as whoever holds it. */
    private ReceiptFile open(URI page) {
        var parts = page.getPath().split("/");
        return portal.bean(OpenReceipts.class)
                .find(parts[parts.length - 2], parts[parts.length - 1])
                .orElseThrow()
                .file()
                .orElseThrow();
    }

    private void assertThatItStillProves(Kept kept, Traces traces) throws IOException {
        assertThat(open(kept.page)).as("the link works for good").isEqualTo(kept.file);
        try {
            ReceiptVerifier.verify(
                    kept.file.bytes(), portal.bean(EvidenceLog.class).verifierKey());
        } catch (ReceiptRefused refused) {
            throw new AssertionError(kept.file.json(), refused);
        }
        var folder = Files.createTempDirectory("receipt");
        Files.write(folder.resolve("receipt.json"), kept.file.bytes());
        assertThat(traces.in(folder)).as("a receipt names nobody").isEmpty();
    }

    private CompanyObligation seen(CopyStory copy) {
        return SignedIn.company(
                "lumen-vision", () -> portal.bean(CompanyDesk.class).obligation(copy.obligation("lumen-vision")));
    }

    private List<?> items(CopyStory copy) {
        return SignedIn.company(
                "lumen-vision",
                () -> portal.bean(CompanyDesk.class)
                        .items(copy.obligation("lumen-vision"), null, 10)
                        .items());
    }

    private List<String> digests() {
        return portal.db()
                .sql("select encode(sha256, 'hex') from copy_answer order by obligation_id, version")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Traces planted() {
        return new Traces()
                .plant(ADA)
                .plant("Adelheid")
                .plant("adelheid-1.txt")
                .plant("adelheid.kanarek@member.example")
                .plant(NOTE)
                .plant("hash of photo 1", hash(ref(ADA, 1)).bytes())
                .plant("hash of photo 2", hash(ref(ADA, 2)).bytes())
                .plant("hash of the record", Sha256.of(RECORD).bytes());
    }

    private List<Path> files(String folder) {
        var root = world.home.resolve(folder);
        if (!Files.exists(root)) return List.of();
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() {
        people().as(ADA, () -> portal.bean(MyAccount.class).close());
        portal.pass(Duration.ofHours(25));
    }

    private int rows(String table) {
        return portal.db()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private TwoPeople people() {
        return new TwoPeople(portal, world.clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC);
    }
}
