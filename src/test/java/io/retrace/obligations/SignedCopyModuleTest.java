package io.retrace.obligations;

import static io.retrace.obligations.CopyFixture.hadNothing;
import static io.retrace.obligations.CopyFixture.provided;
import static io.retrace.obligations.CopyFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.evidence.Receipts;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.partners.SigningKey;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who vouches for an answer about a copy, what a receipt shows of it, and what stays once its person is erased. */
class SignedCopyModuleTest {

    private final World world = World.shared().alone();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final CompanyKey key = new CompanyKey();
    private SubjectRequest request;
    private ObligationId id;
    private CopyForm form;
    private byte[] body;

    @BeforeEach
    void ask() {
        world.photo(ada, lumen);
        request = world.askedForCopy(ada);
        id = world.obligation(request.id(), lumen);
        form = provided("answer-0001", null, sent(world, lumen, id, "[1]"));
        body = bytes(form);
    }

    @Test
    @UseCase("UC-011/15")
    void the_portal_vouches_for_the_responder_who_was_signed_in() {
        world.as(lumen, () -> world.copies().answer(id, form));
        var signature = signatureInReceipt();
        assertThat(signature.path("by").asString()).isEqualTo("portal");
        var signed = kept("signed");
        var bound = JsonMapper.shared().readTree(signed);
        assertThat(bound.path("copy_answer").asString()).isEqualTo("sha256:" + Sha256.of(body));
        assertThat(bound.path("organisation").asString()).isEqualTo(lumen.slug());
        assertThat(bound.path("subject").asString()).isEqualTo("responder-" + lumen.slug());
        assertThat(bound.path("obligation").asString()).isEqualTo(id.toString());
        assertThat(bound.has("acr")).isTrue();
        holds(signature, signed);
    }

    @Test
    @UseCase("UC-011/15")
    void how_surely_the_responder_was_signed_in_is_bound_with_the_step_up_and_without() {
        var proved = world.now().truncatedTo(ChronoUnit.SECONDS);
        SignedIn.company(lumen.slug(), "1", Instant.EPOCH, () -> world.copies().answer(id, form));
        var amended = hadNothing("answer-0002", "It was another person’s.");
        SignedIn.company(lumen.slug(), "2", proved, () -> world.copies().answer(id, amended));

        var without = JsonMapper.shared().readTree(kept("signed", 1));
        assertThat(without.path("acr").asInt()).isEqualTo(1);
        assertThat(without.has("auth_time")).isFalse();
        var stepUp = JsonMapper.shared().readTree(kept("signed", 2));
        assertThat(stepUp.path("acr").asInt()).isEqualTo(2);
        assertThat(stepUp.path("auth_time").asString()).isEqualTo(proved.toString());
        assertThat(stepUp.path("copy_answer").asString()).isEqualTo("sha256:" + Sha256.of(bytes(amended)));
    }

    @Test
    @UseCase("UC-011/15")
    void a_company_signs_with_its_own_key_and_the_receipt_names_no_file() {
        key.register(world, lumen);
        send(key.jws(id.toString(), body), body);
        var signature = signatureInReceipt();
        assertThat(signature.path("by").asString()).isEqualTo("company");
        assertThat(signature.path("scheme").asString()).isEqualTo("jws");
        assertThat(signature.has("signed")).isFalse();
        assertThat(signature.toString())
                .doesNotContain(form.files().getFirst().sha256().toString());
        holds(signature, kept("signed"));

        var amended = bytes(hadNothing("answer-0002", "It was another person’s."));
        send(key.webhook(id + "_2", world.now().getEpochSecond(), amended), amended);
        assertThat(signatureInReceipt().path("scheme").asString()).isEqualTo("standard-webhooks");
        assertThat(world.db()
                        .sql("select count(*) from copy_answer_signature where obligation_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .as("both versions stay")
                .isEqualTo(2);
    }

    @Test
    @UseCase("UC-011/16")
    void a_signature_that_is_not_its_own_changes_nothing_and_is_kept_as_forged() {
        key.register(world, lumen);
        var changed = bytes(hadNothing("answer-0001", null));
        var now = world.now().getEpochSecond();
        forged(key.jws(id.toString(), body), changed);
        forged(key.jws(new UUID(1, 2).toString(), body), body);
        forged(new CompanyKey().jws(id.toString(), body), body);
        forged(key.webhook(id + "_1", now - 301, body), body);
        assertThatThrownBy(() -> send(SignatureHeaders.NONE, body))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("error.answer.unsigned");
        assertThat(verdicts("INVALID")).isOne();
        assertThat(world.company(ada, request, lumen).word()).isEqualTo(CompanyWord.ASKED);
    }

    @Test
    @UseCase({"UC-011/6", "UC-011/16"})
    void another_answer_under_a_used_id_is_a_conflict_though_its_signature_is_good() {
        key.register(world, lumen);
        send(key.jws(id.toString(), body), body);
        var other = bytes(hadNothing("answer-0001", null));
        assertThatThrownBy(() -> send(key.jws(id.toString(), other), other))
                .isInstanceOf(Conflict.class)
                .hasMessage("error.answer.id-reused");
        assertThat(verdicts("CONFLICT")).isOne();
        holds(signatureInReceipt(), kept("signed"));
    }

    @Test
    @UseCase("UC-011/15")
    void a_repeated_answer_is_not_signed_again() {
        key.register(world, lumen);
        assertThat(send(key.jws(id.toString(), body), body).replayed()).isFalse();
        assertThat(send(key.webhook(id + "_1", world.now().getEpochSecond(), body), body)
                        .replayed())
                .isTrue();
        assertThat(kept("scheme")).isEqualTo("jws");
    }

    @Test
    @UseCase({"UC-011/15", "UC-013/14"})
    void what_was_signed_goes_with_an_erased_person_and_its_digest_stays() {
        key.register(world, lumen);
        send(key.jws(id.toString(), body), body);
        for (var change : new String[] {
            "update copy_answer_signature set signer = 'portal'",
            "update copy_answer_signature set signed = null",
            "delete from copy_answer_signature"
        }) {
            assertThatThrownBy(() -> world.db().sql(change).update()).isInstanceOf(DataAccessException.class);
        }
        var digest = Sha256.of(kept("signed").getBytes(StandardCharsets.UTF_8));
        var before = signatureInReceipt();
        begunErasing();
        world.bean(SignatureRows.class).forgetFiles(ada.subject());
        assertThat(kept("signed")).isNull();
        var block = Objects.requireNonNull(
                world.bean(SignatureRows.class).inForce(request.id()).get(id));
        assertThat(block.signed()).isNull();
        assertThat(block.digest()).isEqualTo(digest);
        assertThat(before.path("signed_sha256").asString()).isEqualTo(digest.toString());
        var audit = new AuditedStory();
        var told = audit.written(audit.auditor(() -> audit.exports().redacted(request.reference())))
                .json("signatures.json")
                .get(0);
        assertThat(told.get("verdict").asString()).isEqualTo("forgotten");
        assertThat(told.get("withheld").asBoolean()).isTrue();
        assertThat(told.get("signed_sha256").asString()).isEqualTo(digest.toString());
    }

    private void begunErasing() {
        world.db()
                .sql("insert into erasing (id, subject_id, ordered_by, ordered_at, erase_at, begun_at)"
                        + " values (?, ?, 'MEMBER', now(), now(), now())")
                .params(UUID.randomUUID(), ada.subject().value())
                .update();
    }

    private void forged(SignatureHeaders headers, byte[] answer) {
        var before = verdicts("FORGED");
        assertThatThrownBy(() -> send(headers, answer)).isInstanceOf(ForgedAnswer.class);
        assertThat(verdicts("FORGED")).isEqualTo(before + 1);
    }

    private int verdicts(String verdict) {
        return world.db()
                .sql("select count(*) from inbound_answer where obligation_id = ? and verdict = ?")
                .params(id.value(), verdict)
                .query(Integer.class)
                .single();
    }

    private CopyDesk.Receipt send(SignatureHeaders headers, byte[] answer) {
        return world.as(lumen, () -> world.copies().receive(id, answer, headers));
    }

    private byte[] bytes(CopyForm said) {
        return world.bean(AnswerCodec.class).canonical(said).getBytes(StandardCharsets.UTF_8);
    }

    /** A column of the first version’s signature, as text. */
    private String kept(String column) {
        return kept(column, 1);
    }

    private String kept(String column, int version) {
        return world.db()
                .sql("select " + (column.equals("signed") ? "convert_from(signed, 'UTF8')" : column)
                        + " from copy_answer_signature where obligation_id = ? and version = ?")
                .params(id.value(), version)
                .query((row, number) -> row.getString(1))
                .list()
                .getFirst();
    }

    private JsonNode signatureInReceipt() {
        world.runDue();
        world.forward(Duration.ofSeconds(10));
        var receipts = world.bean(Receipts.class);
        var issued = receipts.ofRequest(request.id()).stream()
                .filter(receipt -> receipt.newest())
                .findFirst()
                .orElseThrow();
        return receipts.fileOf(issued.id()).orElseThrow().statement().at("/companies/0/signature");
    }

    /** By the digest that the receipt gives, and under the key in it. */
    private static void holds(JsonNode signature, String signed) {
        var bytes = signed.getBytes(StandardCharsets.UTF_8);
        assertThat(signature.path("signed_sha256").asString())
                .isEqualTo(Sha256.of(bytes).toString());
        var key = SigningKey.parse(signature.path("key").asString());
        assertThat(key.verifies(
                        bytes,
                        Base64.getDecoder().decode(signature.path("value").asString())))
                .isTrue();
    }
}
