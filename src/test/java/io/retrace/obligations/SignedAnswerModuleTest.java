package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.evidence.Receipts;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.partners.SigningKey;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who vouches for an answer: the company by its own key, or we for the responder who was signed in. */
class SignedAnswerModuleTest {

    private final World world = World.shared().alone();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final CompanyKey key = new CompanyKey();
    private SubjectRequest request;
    private ObligationId id;
    private byte[] body;

    @BeforeEach
    void ask() {
        world.photo(ada, lumen);
        request = world.asked(ada);
        id = world.obligation(request.id(), lumen);
        body = world.bean(AnswerCodec.class)
                .canonical(Forms.erased("answer-0001", world.today(), null))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @UseCase("UC-010/7")
    void without_a_key_of_its_own_the_portal_vouches_for_the_responder_who_was_signed_in() {
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        var signature = signatureInReceipt();
        assertThat(signature.path("by").asString()).isEqualTo("portal");
        holds(signature);
        var bound = JsonMapper.shared().readTree(signature.path("signed").asString());
        assertThat(bound.path("organisation").asString()).isEqualTo(lumen.slug());
        assertThat(bound.path("subject").asString()).isEqualTo("responder-" + lumen.slug());
        assertThat(bound.path("obligation").asString()).isEqualTo(id.toString());
        assertThat(bound.path("attestation").asString()).isEqualTo("sha256:" + io.retrace.shared.Sha256.of(body));
    }

    @Test
    @UseCase("UC-010/7")
    void a_company_signs_with_its_own_key_as_jws() {
        key.register(world, lumen);
        send(key.jws(id.toString(), body), body);
        var signature = signatureInReceipt();
        assertThat(signature.path("by").asString()).isEqualTo("company");
        assertThat(signature.path("scheme").asString()).isEqualTo("jws");
        assertThat(signature.path("signed").asString()).endsWith(new String(body, StandardCharsets.UTF_8));
        holds(signature);
    }

    @Test
    @UseCase("UC-010/7")
    void or_as_standard_webhooks_do() {
        key.register(world, lumen);
        send(key.webhook(id + "_1", world.now().getEpochSecond(), body), body);
        var signature = signatureInReceipt();
        assertThat(signature.path("scheme").asString()).isEqualTo("standard-webhooks");
        holds(signature);
    }

    @Test
    @UseCase("UC-010/8")
    void a_signature_that_is_not_its_own_changes_nothing_and_is_kept_as_forged() {
        key.register(world, lumen);
        var changed = new String(body, StandardCharsets.UTF_8)
                .replace("erased", "never_held")
                .getBytes(StandardCharsets.UTF_8);
        var now = world.now().getEpochSecond();
        forged(key.jws(id.toString(), body), changed);
        forged(key.jws(new ObligationId(new java.util.UUID(1, 2)).toString(), body), body); // of another obligation
        forged(key.webhook(id + "_1", now, body), changed);
        forged(key.webhook("other_1", now, body), body);
        forged(key.webhook(id + "_1", now - 301, body), body);
        forged(new SignatureHeaders("a..b", null, null, null), body);
        forged(new SignatureHeaders("eyJhbGciOiJub25lIn0..", null, null, null), body); // alg none
        assertThat(world.company(ada, request, lumen).word()).isEqualTo(CompanyWord.ASKED);
    }

    @Test
    @UseCase("UC-010/8")
    void a_company_with_a_key_that_does_not_sign_is_told_to() {
        key.register(world, lumen);
        assertThatThrownBy(() -> send(SignatureHeaders.NONE, body))
                .isInstanceOfSatisfying(
                        DomainException.RuleViolation.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("error.answer.unsigned"));
        assertThat(verdicts("INVALID")).isOne();
    }

    @Test
    void a_signature_is_never_rewritten() {
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        for (var change :
                new String[] {"update attestation_signature set signer = 'company'", "delete from attestation_signature"
                }) {
            assertThatThrownBy(() -> world.db().sql(change).update()).isInstanceOf(DataAccessException.class);
        }
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

    private CompanyDesk.Receipt send(SignatureHeaders headers, byte[] answer) {
        return world.as(lumen, () -> world.bean(AnswerIntake.class).receive(id, answer, headers));
    }

    private JsonNode signatureInReceipt() {
        world.runDue();
        world.forward(Duration.ofSeconds(10));
        var receipts = world.bean(Receipts.class);
        var issued = receipts.ofRequest(request.id()).getFirst();
        return receipts.fileOf(issued.id()).orElseThrow().statement().at("/companies/0/signature");
    }

    private static void holds(JsonNode signature) {
        var key = SigningKey.parse(signature.path("key").asString());
        assertThat(key.verifies(
                        signature.path("signed").asString().getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode(signature.path("value").asString())))
                .isTrue();
    }
}
