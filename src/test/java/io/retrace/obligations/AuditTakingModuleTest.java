package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.audit.Bundles;
import io.retrace.audit.Export;
import io.retrace.audit.ExportId;
import io.retrace.identity.spi.PersonalDataStep;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who takes a bundle, what it needs, and what is written down about it. */
class AuditTakingModuleTest {

    private final AuditedStory story = new AuditedStory().answered();
    private final LeafCount leaves = new LeafCount(story.world.bean(DataSource.class));

    @Test
    @UseCase("UC-014/6")
    void an_unredacted_bundle_needs_a_fresh_proof_of_who_asks_and_a_reason_in_writing() {
        var reference = story.request.reference();
        assertThatThrownBy(() -> SignedIn.auditor(
                        "avery", Instant.EPOCH, () -> story.exports().unredacted(reference, AuditedStory.WHY)))
                .isInstanceOf(StepUpRequired.class);
        for (var reason : List.of("", "because", " ".repeat(40), "x".repeat(2001), AuditedStory.WHY + "\u0007")) {
            assertThatThrownBy(() -> story.auditor(() -> story.exports().unredacted(reference, reason)))
                    .isInstanceOf(RuleViolation.class);
        }
        assertThat(story.auditor(() -> story.exports().of(reference))).isEmpty();
    }

    @Test
    @UseCase("UC-014/7")
    void each_taking_is_one_leaf_and_is_listed_for_the_next_auditor() {
        var about = leaves.about(story.ada.subject().value());
        about.exactlyOne(
                "bundle-exported", () -> story.auditor(() -> story.exports().redacted(story.request.reference())));
        about.exactlyOne(
                "bundle-exported",
                () -> story.auditor(() -> story.exports().unredacted(story.request.reference(), AuditedStory.WHY)));
        var taken =
                SignedIn.auditor("another", Instant.EPOCH, () -> story.exports().of(story.request.reference()));
        assertThat(taken).extracting(Export::redacted).containsExactlyInAnyOrder(true, false);
        assertThat(taken).extracting(Export::by).containsOnly("avery");
        assertThat(taken).extracting(Export::reason).contains(AuditedStory.WHY);
    }

    @Test
    @UseCase("UC-014/6")
    void what_somebody_took_is_fetched_by_nobody_else_and_not_for_long() {
        var export = story.auditor(() -> story.exports().unredacted(story.request.reference(), AuditedStory.WHY));
        assertThat(story.auditor(() -> story.exports().fresh(export.id()))).isEqualTo(export);
        assertThatThrownBy(() -> SignedIn.auditor(
                        "another", story.world.now(), () -> story.exports().fresh(export.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.auditor(() -> story.exports().fresh(new ExportId(UUID.randomUUID()))))
                .isInstanceOf(NotFound.class);
        story.world.forward(Duration.ofMinutes(16));
        assertThatThrownBy(() -> story.auditor(() -> story.exports().fresh(export.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @UseCase("UC-014/7")
    void a_reason_is_forgotten_with_the_person_and_the_taking_is_not() {
        story.auditor(() -> story.exports().unredacted(story.request.reference(), AuditedStory.WHY));
        ((PersonalDataStep) story.world.named("forgetReasons")).erase(story.ada.subject());
        var taken = story.auditor(() -> story.exports().of(story.request.reference()));
        assertThat(taken).extracting(Export::redacted).containsExactly(false);
        assertThat(taken).extracting(Export::reason).containsOnlyNulls();
    }

    @Test
    @UseCase("UC-014/4")
    void a_bundle_that_breaks_off_does_not_look_whole() {
        var export = story.auditor(() -> story.exports().redacted(story.request.reference()));
        var received = new ByteArrayOutputStream();
        var line = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (received.size() > 2_000) throw new IOException("cut");
                received.write(b);
            }
        };
        assertThatThrownBy(() -> story.auditor(() -> {
                    story.world.bean(Bundles.class).write(export, Locale.ENGLISH, line);
                    return true;
                }))
                .hasRootCauseMessage("cut");
        assertThat(new String(received.toByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("manifest.json");
    }
}
