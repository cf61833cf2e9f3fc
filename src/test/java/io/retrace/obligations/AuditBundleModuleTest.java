package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.audit.BundleCheck;
import io.retrace.audit.Bundles;
import io.retrace.audit.Export;
import io.retrace.audit.ExportId;
import io.retrace.audit.Exports;
import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.PlacedLeaves;
import io.retrace.identity.spi.PersonalDataStep;
import io.retrace.ledger.PhotoId;
import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Kept;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.testing.LeafCount;
import io.retrace.testing.UseCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bundle of a request, taken and checked as an auditor would, without asking us anything more. */
class AuditBundleModuleTest {

    private static final String WHY = "Order 2026-17 of the supervisory authority asks for the photos by hash.";

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company beacon = world.company();
    private final LeafCount leaves = new LeafCount(world.bean(DataSource.class));
    private PhotoId photo;
    private SubjectRequest request;
    private ItemRef item;

    @BeforeEach
    void somethingToAudit() {
        photo = world.photo(ada, lumen, beacon);
        world.photo(ada, lumen);
        request = world.asked(ada);
        item = new ItemRef(one("select ref from obligation_item where obligation_id = ? and photo_id = ?", UUID.class));
        world.answer(beacon, request, Forms.erased("answer-0001", world.today(), null));
        world.answer(beacon, request, Forms.erased("answer-0002", world.today(), "A second copy went too."));
        // the company names a photo by everything it knows of it, in free text and as an exception
        var duty = "Kept by court order: item " + item.toString().toUpperCase(Locale.ROOT) + ", hash " + hash();
        world.answer(lumen, request, keeping(duty));
        world.runDue();
        PlacedLeaves.now(world::bean);
    }

    @Test
    @UseCase({"UC-014/4", "UC-014/5"})
    void a_redacted_bundle_checks_out_step_by_step_without_us() {
        var bundle = redacted();
        bundle.all(key());
        assertThat(bundle.json("evidence/leaves.json").findValuesAsString("type"))
                .contains(
                        "request-received",
                        "request-released",
                        "obligation-asked",
                        "obligation-answered",
                        "request-settled");
        assertThat(bundle.json("evidence/leaves.json")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(bundle.json("attestations.json").findValuesAsString("version"))
                .containsExactlyInAnyOrder("1", "2", "1");
        assertThat(bundle.text("README.txt")).contains(request.reference().value(), key());
    }

    @Test
    @UseCase("UC-014/5")
    void a_redacted_bundle_leads_to_no_photo_and_to_no_person() {
        var everything = redacted().everything().toLowerCase(Locale.ROOT);
        var planted = new ArrayList<>(List.of(
                hash(),
                photo.toString(),
                item.toString(),
                photo.toString().replace("-", ""),
                ada.ref() + "\"",
                "p-" + photo));
        planted.addAll(world.db()
                .sql("select ref::text from obligation_item where subject_id = ?"
                        + " union select encode(sha256, 'hex') from obligation_item where subject_id = ?")
                .params(ada.subject().value(), ada.subject().value())
                .query(String.class)
                .list());
        assertThat(everything).doesNotContain(planted.toArray(String[]::new));
        assertThat(everything).contains("kept by court order: item item-");
    }

    @Test
    @UseCase("UC-014/5")
    void one_photo_has_one_pseudonym_in_a_bundle_and_another_in_the_next() {
        var first = photos(redacted());
        var second = photos(redacted());
        assertThat(first).hasSize(3);
        assertThat(first.stream().distinct()).hasSize(2);
        assertThat(second).doesNotContainAnyElementsOf(first);
    }

    @Test
    @UseCase("UC-014/6")
    void an_unredacted_bundle_says_everything_word_for_word() {
        var bundle = written(auditor(() -> exports().unredacted(request.reference(), WHY)));
        bundle.all(key());
        assertThat(bundle.json("attestations.json").findValuesAsString("verbatim"))
                .containsOnly("true");
        assertThat(bundle.text("items.csv")).contains(item.toString(), hash(), photo.toString());
        assertThat(bundle.json("bundle.json").get("reason").asString()).isEqualTo(WHY);
    }

    @Test
    @UseCase("UC-014/6")
    void an_unredacted_bundle_needs_a_fresh_proof_of_who_asks_and_a_reason_in_writing() {
        var reference = request.reference();
        assertThatThrownBy(() ->
                        SignedIn.auditor("avery", Instant.EPOCH, () -> exports().unredacted(reference, WHY)))
                .isInstanceOf(StepUpRequired.class);
        for (var reason : List.of("", "because", " ".repeat(40), "x".repeat(2001), WHY + "\u0007")) {
            assertThatThrownBy(() -> auditor(() -> exports().unredacted(reference, reason)))
                    .isInstanceOf(RuleViolation.class);
        }
        assertThat(auditor(() -> exports().of(reference))).isEmpty();
    }

    @Test
    @UseCase("UC-014/7")
    void each_taking_is_one_leaf_and_is_listed_for_the_next_auditor() {
        var about = leaves.about(ada.subject().value());
        about.exactlyOne("bundle-exported", () -> auditor(() -> exports().redacted(request.reference())));
        about.exactlyOne("bundle-exported", () -> auditor(() -> exports().unredacted(request.reference(), WHY)));
        var taken = SignedIn.auditor("another", Instant.EPOCH, () -> exports().of(request.reference()));
        assertThat(taken).extracting(Export::redacted).containsExactlyInAnyOrder(true, false);
        assertThat(taken).extracting(Export::by).containsOnly("avery");
        assertThat(taken).extracting(Export::reason).contains(WHY);
    }

    @Test
    @UseCase("UC-014/6")
    void what_somebody_took_is_fetched_by_nobody_else_and_not_for_long() {
        var export = auditor(() -> exports().unredacted(request.reference(), WHY));
        assertThat(auditor(() -> exports().fresh(export.id()))).isEqualTo(export);
        assertThatThrownBy(() ->
                        SignedIn.auditor("another", world.now(), () -> exports().fresh(export.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> auditor(() -> exports().fresh(new ExportId(UUID.randomUUID()))))
                .isInstanceOf(NotFound.class);
        world.forward(Duration.ofMinutes(16));
        assertThatThrownBy(() -> auditor(() -> exports().fresh(export.id()))).isInstanceOf(NotFound.class);
    }

    @Test
    @UseCase("UC-014/7")
    void a_reason_is_forgotten_with_the_person_and_the_taking_is_not() {
        auditor(() -> exports().unredacted(request.reference(), WHY));
        ((PersonalDataStep) world.named("forgetReasons")).erase(ada.subject());
        var taken = auditor(() -> exports().of(request.reference()));
        assertThat(taken).extracting(Export::redacted).containsExactly(false);
        assertThat(taken).extracting(Export::reason).containsOnlyNulls();
    }

    @Test
    @UseCase("UC-014/4")
    void a_bundle_that_breaks_off_does_not_look_whole() {
        var export = auditor(() -> exports().redacted(request.reference()));
        var received = new ByteArrayOutputStream();
        var line = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (received.size() > 2_000) throw new IOException("cut");
                received.write(b);
            }
        };
        assertThatThrownBy(() -> auditor(() -> {
                    world.bean(Bundles.class).write(export, Locale.ENGLISH, line);
                    return true;
                }))
                .hasRootCauseMessage("cut");
        assertThat(new String(received.toByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("manifest.json");
    }

    @Test
    @UseCase("UC-014/4")
    void whoever_changes_a_bundle_is_found_out() {
        var bundle = redacted();
        var forged =
                new BundleCheck(Zips.with(bundle, "attestations/" + reference(beacon) + "-v1.json", "erased", "kept"));
        assertThatThrownBy(forged::manifest).isInstanceOf(AssertionError.class).hasMessageContaining("digest of");
        assertThatThrownBy(forged::declarations)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("digest of");
        var redated = new BundleCheck(Zips.with(bundle, firstLeaf(bundle), "request-received", "request-withdrawn"));
        assertThatThrownBy(() -> redated.all(key())).isInstanceOf(AssertionError.class);
    }

    @Test
    @UseCase("UC-014/4")
    void a_copy_that_was_asked_for_is_bundled_with_the_digests_of_its_files() {
        var bob = world.member();
        world.photo(bob, lumen);
        var copy = world.askedForCopy(bob);
        var obligation = world.obligation(copy.id(), lumen);
        var file = CopyFixture.sent(world, lumen, obligation, "{\"likes\": [\"hiking\"]}");
        world.as(lumen, () -> world.copies().answer(obligation, CopyFixture.provided("answer-0001", null, file)));
        world.runDue();
        PlacedLeaves.now(world::bean);

        var bundle = written(auditor(() -> exports().redacted(copy.reference())));
        bundle.all(key());
        assertThat(bundle.json("request.json").get(0).get("kind").asString()).isEqualTo("ACCESS");
        assertThat(bundle.json("files.json").findValuesAsString("sha256"))
                .containsExactly(file.sha256().toString());
        assertThat(bundle.json("evidence/leaves.json").findValuesAsString("type"))
                .contains("company-file-received");
        assertThat(bundle.everything()).doesNotContain("hiking");
    }

    private String firstLeaf(BundleCheck bundle) {
        return bundle.json("evidence/leaves.json").get(0).get("files").get(0).asString();
    }

    private List<String> photos(BundleCheck bundle) {
        return bundle.text("items.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",")[2])
                .toList();
    }

    private BundleCheck redacted() {
        return written(auditor(() -> exports().redacted(request.reference())));
    }

    private BundleCheck written(Export export) {
        return auditor(() -> {
            var out = new ByteArrayOutputStream();
            world.bean(Bundles.class).write(export, Locale.ENGLISH, out);
            return new BundleCheck(out.toByteArray());
        });
    }

    private Exports exports() {
        return world.bean(Exports.class);
    }

    private String key() {
        return world.bean(EvidenceLog.class).verifierKey();
    }

    private String reference(Company company) {
        return world.db()
                .sql("select reference from obligation where id = ?")
                .param(world.obligation(request.id(), company).value())
                .query(String.class)
                .single();
    }

    private String hash() {
        return one(
                "select encode(sha256, 'hex') from obligation_item where obligation_id = ? and photo_id = ?",
                String.class);
    }

    private <T> T one(String sql, Class<T> type) {
        return world.db()
                .sql(sql)
                .params(
                        world.obligation(request.id(), lumen).value(),
                        Objects.requireNonNull(photo).value())
                .query(type)
                .single();
    }

    private AttestationForm keeping(String duty) {
        var form = Forms.withExceptions(
                "answer-0003",
                world.today(),
                world.today().plusYears(1),
                List.of(new ItemException(item, Outcome.KEPT)));
        return new AttestationForm(
                form.answerId(),
                form.subjects(),
                form.method(),
                form.liveErasedOn(),
                form.backupsUntil(),
                new Kept(duty, world.today().plusYears(1)),
                form.infeasible(),
                form.exceptions(),
                form.onward(),
                form.declarant(),
                form.amends());
    }

    private <T> T auditor(Supplier<T> action) {
        return SignedIn.auditor("avery", world.now(), action);
    }
}
