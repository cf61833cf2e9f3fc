package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.IssuedReceipt;
import io.retrace.evidence.MyReceipts;
import io.retrace.evidence.OpenReceipts;
import io.retrace.evidence.ReceiptFile;
import io.retrace.evidence.Receipts;
import io.retrace.evidence.verify.Flaw;
import io.retrace.evidence.verify.ReceiptRefused;
import io.retrace.evidence.verify.ReceiptVerifier;
import io.retrace.ledger.Selection;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.testing.UseCase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people leave with, from the answer to the file that anybody can check. */
class ReceiptModuleTest {

    private final World world = World.shared().alone();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company argus = world.company();

    @Test
    @UseCase("UC-010/1")
    void every_answer_and_every_end_of_a_request_issue_a_receipt_that_can_be_proved() {
        var request = asked();
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        settle();
        assertThat(receipts(request)).singleElement().satisfies(receipt -> {
            assertThat(receipt.obligation()).isEqualTo(world.obligation(request.id(), lumen));
            assertThat(receipt.version()).isOne();
            assertThat(receipt.newest()).isTrue();
            assertThat(receipt.provable()).isTrue();
            verifies(file(receipt));
        });
        world.answer(argus, request, Forms.kept("answer-0002", world.today().plusYears(1), null));
        settle();
        assertThat(receipts(request)).hasSize(3).allMatch(IssuedReceipt::provable);
        assertThat(receipts(request).getFirst().obligation()).isNull();
        for (var receipt : receipts(request)) verifies(file(receipt));
    }

    @Test
    @UseCase("UC-010/2")
    void a_job_that_comes_again_issues_nothing_and_an_amendment_issues_a_further_version() {
        var request = asked();
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        world.answer(argus, request, Forms.erased("answer-0002", world.today(), null));
        settle();
        ReceiptJob.again(world, ada, world.obligation(request.id(), lumen));
        assertThat(receipts(request)).hasSize(3).allMatch(receipt -> receipt.version() == 1);
        var first = file(whole(request, 1));

        world.answer(
                lumen,
                request,
                Forms.keptModels("answer-0003", world.today(), world.today().plusDays(9), "The models stayed"));
        settle();
        assertThat(receipts(request)).hasSize(5);
        assertThat(whole(request, 1).newest()).isFalse();
        assertThat(whole(request, 2).newest()).isTrue();
        assertThat(file(whole(request, 1))).isEqualTo(first); // it stays, byte for byte
        var amended = file(whole(request, 2)).statement();
        assertThat(amended.at("/receipt/replaces").asString())
                .isEqualTo(whole(request, 1).id().toString());
        assertThat(amended.at("/request/status").asString()).isEqualTo("partly-done");
        assertThat(company(amended, lumen).at("/word").asString()).isEqualTo("kept-some");
        verifies(file(whole(request, 2)));
    }

    @Test
    @UseCase("UC-010/2")
    void an_answer_amended_before_its_receipt_was_issued_is_certified_in_its_last_version_only() {
        var request = asked();
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        world.answer(lumen, request, Forms.neverHeld("answer-0002", "We looked again"));
        settle();
        assertThat(receipts(request)).singleElement().satisfies(receipt -> {
            assertThat(receipt.version()).isOne();
            assertThat(company(file(receipt).statement(), lumen).at("/word").asString())
                    .isEqualTo("had-nothing");
        });
    }

    @Test
    @UseCase("UC-010/3")
    void it_says_all_that_a_certificate_of_deletion_has_to_say_and_names_every_recipient_but_no_person() {
        var request = asked();
        var until = world.today().plusDays(40);
        world.answer(lumen, request, Forms.keptModels("answer-0001", world.today(), until, null));
        world.answer(argus, request, Forms.neverHeld("answer-0002", null));
        settle();
        var file = file(whole(request, 1));
        var said = file.statement();
        assertThat(said.at("/request/reference").asString())
                .isEqualTo(request.reference().value());
        assertThat(said.at("/request/regime/articles").values().stream().map(JsonNode::asString))
                .containsExactly("Art. 17", "Art. 19");
        assertThat(said.path("recipients")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .containsExactlyInAnyOrder(lumen.slug(), argus.slug());
        var kept = company(said, lumen);
        assertThat(kept.at("/attestation/subjects/photos").asString()).isEqualTo("erased");
        assertThat(kept.at("/attestation/subjects/models").asString()).isEqualTo("kept");
        assertThat(kept.at("/attestation/method").asString()).isEqualTo("erase");
        assertThat(kept.at("/attestation/kept/duty").asString()).contains("Art. 40");
        assertThat(kept.at("/follow_up/asked_on").asString())
                .isEqualTo(until.plusDays(1).toString());
        assertThat(kept.at("/follow_up/due_by").asString())
                .isEqualTo(until.plusDays(30).toString());
        assertThat(kept.at("/declaration").asString()).contains("penalty of perjury");
        assertThat(kept.at("/attestation/declarant/name").asString()).isEqualTo("Dana Ortiz");
        assertThat(file.json()).doesNotContain(ada.ref());
        for (var hash : world.db()
                .sql("select encode(sha256, 'hex') from obligation_item where subject_id = ?")
                .param(ada.subject().value())
                .query(String.class)
                .list()) assertThat(file.json()).doesNotContain(hash);
    }

    @Test
    @UseCase("UC-010/3")
    void of_a_copy_it_tells_what_was_said_and_never_a_hash_that_could_be_a_photos() {
        world.photo(ada, lumen);
        var submission =
                world.as(ada, () -> world.requests().copyFromCompanies(UUID.randomUUID(), new Selection.All()));
        var request = ((Submission.Accepted) submission).request();
        world.runDue();
        world.deliverAll();
        var id = world.obligation(request.id(), lumen);
        var sent = CopyFixture.sent(world, lumen, id, "[1, 2, 3]");
        world.as(lumen, () -> world.bean(CopyDesk.class).answer(id, CopyFixture.provided("answer-0001", null, sent)));
        settle();
        var file = file(whole(request, 1));
        assertThat(file.statement().at("/request/right").asString()).isEqualTo("access");
        assertThat(file.statement().at("/request/status").asString()).isEqualTo("done");
        assertThat(company(file.statement(), lumen).at("/copy/said").asString()).isEqualTo("provided");
        assertThat(company(file.statement(), lumen).at("/copy/files").asInt()).isOne();
        assertThat(file.json()).doesNotContain(sent.sha256().toString());
        verifies(file);
    }

    @Test
    @UseCase("UC-010/4")
    void the_link_opens_it_for_whoever_holds_it_and_nothing_else_does() {
        var request = asked();
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        settle();
        var receipt = receipts(request).getFirst();
        var link = link(ada, receipt).getPath().split("/");
        var open = world.bean(OpenReceipts.class);
        assertThat(open.find(link[2], link[3]))
                .hasValueSatisfying(found -> assertThat(found.file()).contains(file(receipt)));
        assertThat(link[3]).hasSize(32);
        assertThat(open.find(link[2], link[3].substring(1) + "A")).isEmpty();
        assertThat(open.find(link[2], "")).isEmpty();
        assertThat(open.find(new UUID(1, 2).toString(), link[3])).isEmpty();
        assertThat(open.find("../etc", link[3])).isEmpty();
        assertThat(world.db()
                        .sql("select count(*) from receipt where position(convert_to(?, 'UTF8') in sealed_secret) > 0")
                        .param(link[3])
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @UseCase("UC-010/6")
    void a_changed_byte_or_another_receipts_proof_is_refused() throws Exception {
        var request = asked();
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        world.answer(argus, request, Forms.kept("answer-0002", world.today().plusYears(1), null));
        settle();
        var key = world.bean(EvidenceLog.class).verifierKey();
        var whole = file(whole(request, 1));
        assertThat(ReceiptVerifier.verify(whole.bytes(), key).answers()).hasSize(2);
        refused(whole.json().replace("\"kept-some\"", "\"confirmed-deleted\""), key, Flaw.STATEMENT);
        refused(whole.json().replace("Dana Ortiz", "Dana Ortis"), key, Flaw.STATEMENT);
        var other =
                JsonMapper.shared().readTree(file(receipts(request).getLast()).json());
        var swapped = (ObjectNode) JsonMapper.shared().readTree(whole.json());
        swapped.set("evidence", other.path("evidence"));
        refused(swapped.toString(), key, Flaw.STATEMENT);
        var proof = (ObjectNode) JsonMapper.shared().readTree(whole.json());
        ((ObjectNode) proof.path("evidence")).set("proof", other.at("/evidence/proof"));
        refused(proof.toString(), key, Flaw.INCLUSION);
    }

    private static void refused(String file, String key, Flaw flaw) {
        assertThatThrownBy(() -> ReceiptVerifier.verify(file.getBytes(StandardCharsets.UTF_8), key))
                .isInstanceOfSatisfying(
                        ReceiptRefused.class,
                        refusal -> assertThat(refusal.flaw()).isEqualTo(flaw));
    }

    @Test
    void another_member_learns_nothing_of_it() {
        var request = asked();
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        settle();
        var receipt = receipts(request).getFirst();
        var eve = world.member();
        assertThat(world.as(eve, () -> world.bean(MyReceipts.class).of(request.id())))
                .isEmpty();
        assertThatThrownBy(() -> link(eve, receipt)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_receipt_is_never_rewritten_and_never_removed() {
        var request = asked();
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        settle();
        for (var change : List.of(
                "update receipt set statement = '{}'",
                "update receipt set proof = 'c2sp.org/tlog-proof@v1'",
                "update receipt set version = 7",
                "update receipt set subject_id = gen_random_uuid()",
                "delete from receipt")) {
            assertThatThrownBy(() -> world.db().sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("a receipt never changes");
        }
    }

    private SubjectRequest asked() {
        world.photo(ada, lumen, argus);
        world.photo(ada, lumen);
        return world.asked(ada);
    }

    private void settle() {
        world.runDue();
        world.forward(Duration.ofSeconds(10));
    }

    private List<IssuedReceipt> receipts(SubjectRequest request) {
        return world.as(ada, () -> world.bean(MyReceipts.class).of(request.id()));
    }

    private IssuedReceipt whole(SubjectRequest request, int version) {
        return receipts(request).stream()
                .filter(receipt -> receipt.obligation() == null && receipt.version() == version)
                .findFirst()
                .orElseThrow();
    }

    private ReceiptFile file(IssuedReceipt receipt) {
        return world.bean(Receipts.class).fileOf(receipt.id()).orElseThrow();
    }

    private URI link(Member member, IssuedReceipt receipt) {
        return world.as(member, () -> world.bean(MyReceipts.class).page(receipt.id()));
    }

    private static JsonNode company(JsonNode statement, Company company) {
        return statement
                .path("companies")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(company.slug()))
                .findFirst()
                .orElseThrow();
    }

    private void verifies(ReceiptFile file) {
        var key = world.bean(EvidenceLog.class).verifierKey();
        var json = JsonMapper.shared().readTree(file.json());
        assertThat(json.path("format").asString()).isEqualTo("retrace-receipt/v1");
        ReceiptProof.verify(json.path("evidence"), "statement", json.path("statement"), key);
        for (var company : json.at("/statement/companies")) {
            if (company.has("evidence"))
                ReceiptProof.verify(company.path("evidence"), "form", company.path("attestation"), key);
            assertThat(company.has("evidence")).isEqualTo(company.has("attestation"));
        }
    }
}
