package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.audit.BundleCheck;
import io.retrace.evidence.PlacedLeaves;
import io.retrace.testing.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The bundle of a request, checked as an auditor would, without asking us anything more. */
class AuditBundleModuleTest {

    private final AuditedStory story = new AuditedStory().answered();

    @Test
    @UseCase({"UC-014/4", "UC-014/5"})
    void a_redacted_bundle_checks_out_step_by_step_without_us() {
        var bundle = story.redacted();
        bundle.all(story.key());
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
        assertThat(bundle.text("README.txt")).contains(story.request.reference().value(), story.key());
    }

    @Test
    @UseCase("UC-014/5")
    void a_redacted_bundle_leads_to_no_photo_and_to_no_person() {
        var everything = story.redacted().everything().toLowerCase(Locale.ROOT);
        var planted = new ArrayList<>(List.of(
                story.hash(),
                story.photo.toString(),
                story.item.toString(),
                story.photo.toString().replace("-", ""),
                story.ada.ref() + "\"",
                "p-" + story.photo));
        planted.addAll(story.world
                .db()
                .sql("select ref::text from obligation_item where subject_id = ?"
                        + " union select encode(sha256, 'hex') from obligation_item where subject_id = ?")
                .params(story.ada.subject().value(), story.ada.subject().value())
                .query(String.class)
                .list());
        assertThat(everything).doesNotContain(planted.toArray(String[]::new));
        assertThat(everything).contains("kept by court order: item item-");
    }

    @Test
    @UseCase("UC-014/5")
    void one_photo_has_one_pseudonym_in_a_bundle_and_another_in_the_next() {
        var first = photos(story.redacted());
        var second = photos(story.redacted());
        assertThat(first).hasSize(3);
        assertThat(first.stream().distinct()).hasSize(2);
        assertThat(second).doesNotContainAnyElementsOf(first);
    }

    @Test
    @UseCase("UC-014/6")
    void an_unredacted_bundle_says_everything_word_for_word() {
        var bundle = story.written(
                story.auditor(() -> story.exports().unredacted(story.request.reference(), AuditedStory.WHY)));
        bundle.all(story.key());
        assertThat(bundle.json("attestations.json").findValuesAsString("verbatim"))
                .containsOnly("true");
        assertThat(bundle.text("items.csv")).contains(story.item.toString(), story.hash(), story.photo.toString());
        assertThat(bundle.json("bundle.json").get("reason").asString()).isEqualTo(AuditedStory.WHY);
    }

    @Test
    @UseCase("UC-014/4")
    void whoever_changes_a_bundle_is_found_out() {
        var bundle = story.redacted();
        var forged = new BundleCheck(
                Zips.with(bundle, "attestations/" + story.reference(story.beacon) + "-v1.json", "erased", "kept"));
        assertThatThrownBy(forged::manifest).isInstanceOf(AssertionError.class).hasMessageContaining("digest of");
        assertThatThrownBy(forged::declarations)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("digest of");
        var redated = new BundleCheck(Zips.with(bundle, firstLeaf(bundle), "request-received", "request-withdrawn"));
        assertThatThrownBy(() -> redated.all(story.key())).isInstanceOf(AssertionError.class);
    }

    @Test
    @UseCase("UC-014/4")
    void a_copy_that_was_asked_for_is_bundled_with_the_digests_of_its_files() {
        var bob = story.world.member();
        story.world.photo(bob, story.lumen);
        var copy = story.world.askedForCopy(bob);
        var obligation = story.world.obligation(copy.id(), story.lumen);
        var file = CopyFixture.sent(story.world, story.lumen, obligation, "{\"likes\": [\"hiking\"]}");
        story.world.as(
                story.lumen,
                () -> story.world.copies().answer(obligation, CopyFixture.provided("answer-0001", null, file)));
        story.world.runDue();
        PlacedLeaves.now(story.world::bean);

        var bundle = story.written(story.auditor(() -> story.exports().redacted(copy.reference())));
        bundle.all(story.key());
        assertThat(bundle.json("request.json").get(0).get("kind").asString()).isEqualTo("ACCESS");
        assertThat(bundle.json("files.json").findValuesAsString("sha256"))
                .containsExactly(file.sha256().toString());
        assertThat(bundle.json("evidence/leaves.json").findValuesAsString("type"))
                .contains("company-file-received");
        assertThat(bundle.json("signatures.json").findValuesAsString("kind")).containsExactly("countersignature");
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
}
