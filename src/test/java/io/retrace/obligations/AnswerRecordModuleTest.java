package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import io.retrace.obligations.AnswerRecord.Punctuality;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A company’s proof and punctuality, checked as a stranger would. */
class AnswerRecordModuleTest {

    private static final String SPKI = "302a300506032b6570032100";

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company beacon = world.company();
    private SubjectRequest request;

    @BeforeEach
    void ask() {
        world.photo(ada, lumen, beacon);
        request = world.asked(ada);
    }

    @Test
    @UseCase("UC-021/1")
    void the_proof_has_every_version_and_stands_up_to_a_stranger() throws Exception {
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        world.answer(lumen, request, Forms.erased("answer-0002", world.today(), "A copy was left."));
        var file = proof(lumen);
        assertThat(verifies(file)).isTrue();
        assertThat(verifies(file.replace("answer-0002", "answer-0003"))).isFalse();
        assertThat(JsonPath.<Integer>read(file, "$.proof.answers.length()")).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            var said = JsonPath.<String>read(file, "$.proof.answers[" + i + "].answer");
            assertThat(JsonPath.<String>read(file, "$.proof.answers[" + i + "].sha256"))
                    .isEqualTo(Sha256.of(said.getBytes(StandardCharsets.UTF_8)).toString());
            assertThat(JsonPath.<String>read(file, "$.proof.answers[" + i + "].signer"))
                    .isEqualTo("portal");
        }
    }

    @Test
    @UseCase("UC-021/2")
    void the_proof_has_its_own_part_only() {
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        world.answer(beacon, request, Forms.erased("answer-0009", world.today(), null));
        assertThat(proof(lumen))
                .contains("answer-0001", lumen.slug())
                .doesNotContain(
                        "answer-0009",
                        '"' + beacon.slug() + '"',
                        ada.ref() + '"',
                        ada.subject().toString(),
                        request.id().toString(),
                        request.reference().value());
    }

    @Test
    @UseCase("UC-021/2")
    void without_an_answer_there_is_no_proof_and_a_foreign_one_is_not_found() {
        assertThatThrownBy(() -> proof(lumen)).isInstanceOf(Conflict.class);
        var id = world.obligation(request.id(), lumen);
        assertThatThrownBy(() ->
                        world.as(beacon, () -> world.bean(AnswerRecord.class).proof(id)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @UseCase("UC-021/3")
    void a_first_answer_in_time_counts_whatever_is_amended_later() {
        assertThat(punctuality()).as("nothing due yet").isEqualTo(new Punctuality(0, 0));
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        assertThat(punctuality()).isEqualTo(new Punctuality(1, 1));
        world.forward(Duration.ofDays(40));
        world.answer(lumen, request, Forms.erased("answer-0002", world.today(), "A copy was left."));
        assertThat(punctuality()).isEqualTo(new Punctuality(1, 1));
    }

    @Test
    @UseCase("UC-021/3")
    void the_day_it_is_due_is_in_time_and_the_day_after_is_not() {
        var due = world.as(lumen, () -> world.desk().obligation(world.obligation(request.id(), lumen)))
                .due();
        var end = due.plusDays(1)
                .atStartOfDay(java.time.ZoneId.of("Europe/Berlin"))
                .toInstant();
        world.until(end.minusSeconds(1));
        assertThat(punctuality()).isEqualTo(new Punctuality(0, 0));
        world.until(end);
        assertThat(punctuality()).as("overdue").isEqualTo(new Punctuality(1, 0));
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        assertThat(punctuality()).as("late").isEqualTo(new Punctuality(1, 0));
        world.forward(Duration.ofDays(366));
        assertThat(punctuality()).as("a year later").isEqualTo(new Punctuality(0, 0));
    }

    private Punctuality punctuality() {
        return world.as(lumen, () -> world.bean(AnswerRecord.class).punctuality());
    }

    private String proof(Company company) {
        var id = world.obligation(request.id(), company);
        return new String(world.as(company, () -> world.bean(AnswerRecord.class).proof(id)), StandardCharsets.UTF_8);
    }

    private static boolean verifies(String file) throws Exception {
        var json = JsonMapper.shared();
        var proof = new JsonCanonicalizer(
                        json.writeValueAsString(json.readTree(file).get("proof")))
                .getEncodedUTF8();
        return checks(
                HexFormat.of().parseHex(SPKI),
                Base64.getDecoder().decode(JsonPath.<String>read(file, "$.public_key")),
                proof,
                Base64.getDecoder().decode(JsonPath.<String>read(file, "$.signature")));
    }

    private static boolean checks(byte[] prefix, byte[] key, byte[] signed, byte[] signature)
            throws GeneralSecurityException {
        var spki = java.util.Arrays.copyOf(prefix, prefix.length + key.length);
        System.arraycopy(key, 0, spki, prefix.length, key.length);
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        verifier.update(signed);
        return verifier.verify(signature);
    }
}
