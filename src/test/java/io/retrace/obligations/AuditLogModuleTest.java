package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.audit.Bundles;
import io.retrace.audit.Exports;
import io.retrace.audit.Figures;
import io.retrace.audit.HoldFilter;
import io.retrace.audit.HoldRegister;
import io.retrace.audit.Inspections;
import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.LeafFilter;
import io.retrace.evidence.LogReader;
import io.retrace.evidence.LoggedLeaf;
import io.retrace.evidence.PlacedLeaves;
import io.retrace.evidence.merkle.Checkpoint;
import io.retrace.evidence.merkle.LogProof;
import io.retrace.evidence.merkle.MerkleProof;
import io.retrace.evidence.merkle.VerificationException;
import io.retrace.evidence.merkle.VerifierKey;
import io.retrace.ledger.PreviewStored;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.RequestDesk;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.shared.Sha256;
import io.retrace.testing.LeafCount;
import io.retrace.testing.UseCase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** The log as an auditor reads it, and everybody who may not. */
class AuditLogModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final LeafCount leaves = new LeafCount(world.bean(DataSource.class));
    private SubjectRequest request;

    @BeforeEach
    void something() {
        world.photo(ada, lumen);
        request = world.asked(ada);
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        PlacedLeaves.now(world::bean);
    }

    @Test
    @UseCase("UC-014/1")
    void leaves_are_found_by_request_type_and_time() {
        assertThat(about(request))
                .extracting(LoggedLeaf::type)
                .containsExactly("request-received", "request-released", "obligation-asked", "obligation-answered");
        var day = world.now().minusSeconds(86_400);
        var answered = auditor(() -> reader().leaves(new LeafFilter("obligation-answered", day, null), null, 200));
        assertThat(answered.leaves()).extracting(LoggedLeaf::type).containsOnly("obligation-answered");
        assertThat(answered.leaves()).extracting(LoggedLeaf::time).allMatch(at -> !at.isBefore(day));
        assertThat(answered.leaves()).contains(about(request).getLast());
        var later = new LeafFilter(null, world.now().plusSeconds(60), null);
        assertThat(auditor(() -> reader().leaves(later, null, 200)).leaves()).isEmpty();
        var earlier = new LeafFilter(null, null, Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(auditor(() -> reader().leaves(earlier, null, 200)).leaves()).isEmpty();
        assertThat(auditor(() -> reader().types())).contains("obligation-answered", "request-received");
    }

    @Test
    @UseCase("UC-014/2")
    void every_leaf_has_a_proof_under_every_checkpoint_that_covers_it() throws VerificationException {
        var key = VerifierKey.parse(world.bean(EvidenceLog.class).verifierKey());
        var first = about(request).getFirst();
        var older = auditor(() -> reader().checkpoints(null, 1)).getFirst().size();
        world.ask(member());
        PlacedLeaves.now(world::bean);
        var newer = auditor(() -> reader().checkpoints(null, 1)).getFirst().size();
        for (var size : List.of(older, newer)) {
            var proof = auditor(() -> reader().prove(first.position(), size)).proof();
            var opened = LogProof.parse(proof)
                    .verify(first.entry().getBytes(StandardCharsets.UTF_8), key.name(), List.of(key));
            assertThat(opened.size()).isEqualTo(size);
        }
        var proof = auditor(() -> reader().consistency(older, newer));
        assertThat(proof.text())
                .startsWith("old " + older + "\n")
                .endsWith(proof.newer().note());
        var one = Checkpoint.open(proof.older().note(), key.name(), List.of(key));
        var two = Checkpoint.open(proof.newer().note(), key.name(), List.of(key));
        assertThat(MerkleProof.consistent(one.size(), two.size(), one.root(), two.root(), proof.path()))
                .isTrue();
    }

    @Test
    @UseCase("UC-014/2")
    void what_no_checkpoint_covers_is_not_found() {
        var head = auditor(() -> reader().checkpoints(null, 1)).getFirst().size();
        for (Supplier<Object> call : List.<Supplier<Object>>of(
                () -> reader().leaf(head),
                () -> reader().prove(head, head),
                () -> reader().prove(0, head + 1),
                () -> reader().checkpoint(head + 1),
                () -> reader().consistency(head, head - 1),
                () -> reader().consistency(-1, head))) {
            assertThatThrownBy(() -> auditor(call)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    @UseCase({"UC-014/3", "UC-014/7"})
    void opening_a_leaf_is_evidence_and_the_opening_fits() {
        var leaf = about(request).getFirst();
        var opening = leaves.about(ada.subject().value())
                .exactlyOne(
                        "opening-inspected",
                        () -> auditor(() -> world.bean(Inspections.class).open(leaf.position())))
                .orElseThrow();
        assertThat(opening.body()).contains(request.id().toString()).doesNotContain(ada.ref() + "\"");
        var salted = Sha256.of(
                HexFormat.of().parseHex(opening.salt()), opening.body().getBytes(StandardCharsets.UTF_8));
        assertThat(leaf.commitment()).isEqualTo("sha256:" + salted);
    }

    @Test
    @UseCase("UC-014/3")
    void what_was_erased_with_the_person_stays_closed_and_leaves_no_look() {
        world.forward(Duration.ofSeconds(10)); // its receipts, which need the openings, are issued and proved
        var leaf = about(request).getFirst();
        world.db()
                .sql("delete from evidence_opening where subject_id = ?")
                .param(ada.subject().value())
                .update();
        assertThat(auditor(() -> reader().canBeOpened(leaf.position()))).isFalse();
        leaves.about(ada.subject().value())
                .none(() -> assertThat(
                                auditor(() -> world.bean(Inspections.class).open(leaf.position())))
                        .isEmpty());
        assertThat(about(request)).isEmpty();
        assertThat(auditor(() -> reader().prove(leaf.position(), head())).proof())
                .contains("index " + leaf.position());
    }

    @Test
    @UseCase("UC-014/3")
    void what_leads_to_a_photo_is_opened_after_a_fresh_proof_of_who_asks() {
        var photo = world.photo(ada, lumen);
        var digest = Sha256.of(new byte[] {1});
        world.bean(TransactionOperations.class)
                .executeWithoutResult(_ ->
                        world.publish(new PreviewStored(photo, ada.subject().value(), digest, world.now())));
        PlacedLeaves.now(world::bean);
        var preview = auditor(() -> reader().leaves(new LeafFilter("preview-stored", null, null), null, 1))
                .leaves()
                .getFirst();
        var inspections = world.bean(Inspections.class);
        leaves.about(ada.subject().value())
                .none(() -> assertThatThrownBy(() -> auditor(() -> inspections.open(preview.position())))
                        .isInstanceOf(StepUpRequired.class));
        var opened = SignedIn.auditor("avery", world.now(), () -> inspections.open(preview.position()));
        assertThat(opened.orElseThrow().body()).contains(photo.toString());
    }

    @TestFactory
    @UseCase("UC-014/10")
    Stream<DynamicTest> nobody_else_reaches_any_of_it() {
        return calls().entrySet().stream()
                .flatMap(call -> Stream.of("member", "support", "support-lead", "partner", "platform")
                        .map(role -> DynamicTest.dynamicTest(
                                call.getKey() + " × " + role,
                                () -> assertThatThrownBy(() -> SignedIn.holding(role, call.getValue()))
                                        .isInstanceOf(AccessDeniedException.class))));
    }

    @TestFactory
    @UseCase("UC-014/10")
    Stream<DynamicTest> an_auditor_reads_and_does_not_do_what_support_does() {
        var desk = world.bean(SupportDesk.class);
        var obligation = world.obligation(request.id(), lumen);
        return Stream.of(
                DynamicTest.dynamicTest(
                        "companies",
                        () -> assertThat(auditor(() -> desk.companies(request.id())))
                                .hasSize(1)),
                DynamicTest.dynamicTest(
                        "request",
                        () -> assertThat(auditor(
                                        () -> world.bean(RequestDesk.class).request(request.reference())))
                                .extracting(SubjectRequest::id)
                                .isEqualTo(request.id())),
                DynamicTest.dynamicTest("items", () -> denied(() -> desk.items(obligation, null, 10))),
                DynamicTest.dynamicTest("queue", () -> denied(() -> desk.queue(QueueFilter.OPEN, null, 10))),
                DynamicTest.dynamicTest(
                        "resend",
                        () -> denied(() -> {
                            desk.resend(obligation);
                            return true;
                        })));
    }

    private static void denied(Supplier<Object> call) {
        assertThatThrownBy(() -> auditor(call)).isInstanceOf(AccessDeniedException.class);
    }

    private Map<String, Supplier<Object>> calls() {
        var export = auditor(() -> exports().redacted(request.reference()));
        var register = world.bean(HoldRegister.class);
        var figures = world.bean(Figures.class);
        return Map.ofEntries(
                Map.entry("leaves", () -> reader().leaves(LeafFilter.ANY, null, 10)),
                Map.entry("leaf", () -> reader().leaf(0)),
                Map.entry("types", () -> reader().types()),
                Map.entry("can be opened", () -> reader().canBeOpened(0)),
                Map.entry("prove", () -> reader().prove(0, 1)),
                Map.entry("checkpoints", () -> reader().checkpoints(null, 1)),
                Map.entry("checkpoint", () -> reader().checkpoint(1)),
                Map.entry("consistency", () -> reader().consistency(1, 1)),
                Map.entry("open", () -> world.bean(Inspections.class).open(0)),
                Map.entry("redacted", () -> exports().redacted(request.reference())),
                Map.entry("unredacted", () -> exports().unredacted(request.reference(), "x".repeat(30))),
                Map.entry("fresh", () -> exports().fresh(export.id())),
                Map.entry("taken", () -> exports().of(request.reference())),
                Map.entry("leaves about", () -> exports().leaves(request.reference())),
                Map.entry("bundle", () -> {
                    world.bean(Bundles.class).write(export, Locale.ENGLISH, new ByteArrayOutputStream());
                    return true;
                }),
                Map.entry("holds", () -> register.holds(HoldFilter.ANY, null, 1)),
                Map.entry("holders", register::companies),
                Map.entry("file", () -> {
                    register.write(HoldFilter.ANY, new ByteArrayOutputStream());
                    return true;
                }),
                Map.entry("years", figures::years),
                Map.entry("companies", figures::companies));
    }

    private long head() {
        return auditor(() -> reader().checkpoints(null, 1)).getFirst().size();
    }

    private Member member() {
        var member = world.member();
        world.photo(member, lumen);
        return member;
    }

    private List<LoggedLeaf> about(SubjectRequest asked) {
        return auditor(() -> exports().leaves(asked.reference()));
    }

    private LogReader reader() {
        return world.bean(LogReader.class);
    }

    private Exports exports() {
        return world.bean(Exports.class);
    }

    private static <T> T auditor(Supplier<T> action) {
        return SignedIn.auditor("avery", Instant.EPOCH, action);
    }
}
