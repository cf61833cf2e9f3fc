package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.evidence.Finding;
import io.retrace.evidence.LogFinding;
import io.retrace.evidence.LogFindings;
import io.retrace.evidence.PlacedLeaves;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.testing.UseCase;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** The watch has found that the log contradicts what was signed: who may let signing go on, and what stays of that. */
@UseCase({"UC-009/7", "UC-009/9"})
class SettleFindingModuleTest {

    private static final String WHY = "The disk was replaced; the hash was restored and compared.";

    private final World world = World.shared();
    private long finding;

    @BeforeEach
    void something_was_found() {
        finding = world.db()
                .sql(
                        "insert into evidence_finding (kind, at_size, detail, found_at)"
                                + " values ('TREE_CHANGED', (select 5000 + count(*) from evidence_finding), 'a test', ?) returning no")
                .param(Timestamp.from(world.now()))
                .query(Long.class)
                .single();
    }

    @AfterEach
    void nothing_stays_open() {
        world.db()
                .sql("insert into evidence_finding_settled (finding_no, settled_by, why) values (?, 'a test', 'over')"
                        + " on conflict do nothing")
                .param(finding)
                .update();
    }

    @Test
    void a_lead_who_proved_it_again_settles_it_and_signing_goes_on_with_that_very_leaf() {
        var signed = size();
        var ada = world.member();
        world.photo(ada, world.company());
        world.ask(ada);
        PlacedLeaves.now(world::bean);
        assertThat(size()).as("nothing is signed while it is open").isEqualTo(signed);

        settle(WHY);

        var settled = Objects.requireNonNull(found().settled());
        assertThat(settled.by()).isEqualTo("lea");
        assertThat(settled.why()).isEqualTo(WHY);
        assertThat(settled.at()).isEqualTo(world.now());
        PlacedLeaves.now(world::bean);
        assertThat(world.db()
                        .sql("select convert_from(entry, 'UTF8') from evidence_leaf where position >= ?")
                        .param(signed)
                        .query(String.class)
                        .list())
                .as("signed as soon as it is settled")
                .anyMatch(entry -> entry.contains("finding-settled"))
                .noneMatch(entry -> entry.contains(WHY));
    }

    @Test
    void whoever_is_no_lead_or_did_not_prove_it_again_settles_nothing() {
        for (var role : List.of("member", "support", "partner", "auditor", "platform")) {
            assertThatThrownBy(() -> SignedIn.holding(role, settling(finding, WHY)))
                    .as(role)
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> SignedIn.lead("lea", Instant.EPOCH, settling(finding, WHY)))
                .isInstanceOf(StepUpRequired.class);
        assertThat(found().settled()).isNull();
    }

    @Test
    void it_is_settled_once_and_with_a_note_that_says_something() {
        assertThatThrownBy(() -> settle("   ok, go on        ")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> settle("x".repeat(2_001))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> settle("A note with a \u0007 bell in it, twenty."))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> SignedIn.lead("lea", world.now(), settling(Long.MAX_VALUE, WHY)))
                .isInstanceOf(NotFound.class);
        settle(WHY);
        assertThatThrownBy(() -> settle("Somebody else thinks so, too, a moment later."))
                .isInstanceOf(Conflict.class);
        assertThat(Objects.requireNonNull(found().settled()).why()).isEqualTo(WHY);
        assertThatThrownBy(() -> world.db()
                        .sql("update evidence_finding_settled set why = 'another'")
                        .update())
                .rootCause()
                .hasMessageContaining("evidence only grows");
    }

    @Test
    @UseCase("UC-014/12")
    void an_auditor_and_staff_read_what_was_found_and_nobody_else() {
        for (var role : List.of("auditor", "support", "support-lead")) {
            var shown = SignedIn.holding(role, () -> all().getFirst());
            assertThat(shown.no()).isEqualTo(finding);
            assertThat(shown.finding().kind()).isEqualTo(Finding.Kind.TREE_CHANGED);
            assertThat(shown.finding().detail()).isEqualTo("a test");
            assertThat(shown.settled()).isNull();
        }
        for (var role : List.of("member", "partner", "platform")) {
            assertThatThrownBy(() -> SignedIn.holding(role, this::all)).isInstanceOf(AccessDeniedException.class);
        }
    }

    private LogFinding found() {
        return SignedIn.auditor("avery", world.now(), this::all).stream()
                .filter(one -> one.no() == finding)
                .findFirst()
                .orElseThrow();
    }

    private List<LogFinding> all() {
        return world.bean(LogFindings.class).all();
    }

    private void settle(String why) {
        SignedIn.lead("lea", world.now(), settling(finding, why));
    }

    private Supplier<String> settling(long no, String why) {
        return () -> {
            world.bean(LogFindings.class).settle(no, why);
            return why;
        };
    }

    private long size() {
        return world.db()
                .sql("select coalesce(max(size), 0) from evidence_checkpoint")
                .query(Long.class)
                .single();
    }
}
