package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.audit.BundleCheck;
import io.retrace.obligations.World.Company;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who vouches for each declaration in a bundle, under each kind of signature. */
class AuditSignaturesModuleTest {

    private final AuditedStory story = new AuditedStory();
    private final World world = story.world;
    private final CompanyKey beacons = new CompanyKey();
    private final CompanyKey lumens = new CompanyKey();

    @BeforeEach
    void answers() {
        world.answer(story.beacon, story.request, Forms.erased("answer-0001", world.today(), null));
        beacons.register(world, story.beacon);
        lumens.register(world, story.lumen);
        var id = world.obligation(story.request.id(), story.beacon);
        var amended = message(Forms.erased("answer-0002", world.today(), "A second copy went too."));
        send(story.beacon, amended, beacons.webhook(id + "_1", world.now().getEpochSecond(), amended));
        var naming = message(story.namingThePhoto());
        send(
                story.lumen,
                naming,
                lumens.jws(world.obligation(story.request.id(), story.lumen).toString(), naming));
        story.settled();
    }

    @Test
    @UseCase("UC-014/11")
    void each_signature_is_checked_from_the_files_beside_it() {
        var bundle = story.unredacted();
        bundle.all(story.key());
        assertThat(bundle.json("signatures.json").findValuesAsString("kind"))
                .containsExactlyInAnyOrder("countersignature", "standard-webhooks", "jws");
        assertThat(bundle.json("signatures.json").findValuesAsString("withheld"))
                .containsOnly("false");
        assertThat(bundle.paths()).contains("signatures/" + story.reference(story.lumen) + "-v1.signed");
        assertThat(bundle.text("README.txt")).contains("openssl pkeyutl -verify");
    }

    @Test
    @UseCase({"UC-014/5", "UC-014/11"})
    void a_message_that_names_a_photo_stays_out_of_a_redacted_bundle_and_its_digest_does_not() {
        var bundle = story.redacted();
        bundle.all(story.key());
        var withheld = block(bundle, "jws");
        assertThat(withheld.get("withheld").asBoolean()).isTrue();
        assertThat(withheld.get("message_sha256"))
                .isEqualTo(block(story.unredacted(), "jws").get("message_sha256"));
        assertThat(bundle.paths()).doesNotContain("signatures/" + story.reference(story.lumen) + "-v1.signed");
        assertThat(bundle.everything()).doesNotContain(story.hash(), story.item.toString());
        assertThat(block(bundle, "standard-webhooks").get("withheld").asBoolean())
                .isFalse();
    }

    @Test
    @UseCase({"UC-014/4", "UC-014/11"})
    void whoever_betters_what_was_signed_is_found_out() {
        var path = "signatures/" + story.reference(story.beacon) + "-v";
        var bundle = story.redacted();
        for (var forged : new byte[][] {
            Zips.with(bundle, path + "1.signed", "\"version\":1", "\"version\":3"),
            Zips.with(bundle, path + "2.signed", "erased", "never_held")
        }) {
            assertThatThrownBy(() -> new BundleCheck(forged).signatures())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("signature of");
        }
    }

    private static JsonNode block(BundleCheck bundle, String kind) {
        return StreamSupport.stream(bundle.json("signatures.json").spliterator(), false)
                .filter(block -> block.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private byte[] message(AttestationForm form) {
        return world.bean(AnswerCodec.class).canonical(form).getBytes(StandardCharsets.UTF_8);
    }

    private void send(Company company, byte[] message, SignatureHeaders headers) {
        var id = world.obligation(story.request.id(), company);
        world.as(company, () -> world.bean(AnswerIntake.class).receive(id, message, headers));
    }
}
