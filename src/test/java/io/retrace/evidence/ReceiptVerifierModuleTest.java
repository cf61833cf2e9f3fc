package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retrace.evidence.outsider.Outsider;
import io.retrace.evidence.verify.Flaw;
import io.retrace.evidence.verify.ReceiptRefused;
import io.retrace.evidence.verify.ReceiptVerifier;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Receipts over the real log, by our verifier and by one that shares no code with it. */
class ReceiptVerifierModuleTest {

    private static final EvidenceFixture EVIDENCE = EvidenceFixture.fresh();
    private static final ObjectNode GENUINE = new KeptReceipt(EVIDENCE).make();
    private static final String KEY = GENUINE.get("evidence").get("key").asString();

    @AfterAll
    static void close() {
        EVIDENCE.close();
    }

    @Test
    @UseCase("UC-009/5")
    void a_genuine_receipt_is_accepted_with_the_key_in_it_and_with_one_from_elsewhere() throws ReceiptRefused {
        var verdict = ReceiptVerifier.verify(bytes(GENUINE), null);
        assertThat(verdict.keyGiven()).isFalse();
        assertThat(verdict.companies()).isEqualTo(2);
        assertThat(verdict.answers()).hasSize(1);
        assertThat(verdict.receipt().time()).isEqualTo("2026-08-17T12:00:00Z");
        assertThat(verdict.receipt().index()).isEqualTo(9);
        assertThat(verdict.receipt().checkpoint().size()).isEqualTo(12);
        assertThat(ReceiptVerifier.verify(bytes(GENUINE), KEY).keyGiven()).isTrue();
        assertThat(Outsider.accepts(bytes(GENUINE), KEY)).isTrue();
    }

    @Test
    void how_the_file_is_spaced_and_ordered_does_not_matter() throws ReceiptRefused {
        var shuffled = ("\n{ \"evidence\" : " + GENUINE.get("evidence").toPrettyString() + ",\t\"statement\":"
                        + GENUINE.get("statement").toPrettyString() + ",\"format\":\"retrace-receipt/v1\"}\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(ReceiptVerifier.verify(shuffled, KEY).companies()).isEqualTo(2);
        assertThat(Outsider.accepts(shuffled, KEY)).isTrue();
    }

    @TestFactory
    @UseCase("UC-009/5")
    Stream<DynamicTest> every_forgery_is_refused_at_its_step_and_by_whoever_checks() {
        return Forgery.of(GENUINE).stream()
                .map(forgery -> DynamicTest.dynamicTest(forgery.what(), () -> {
                    assertThat(refusal(forgery.file(), null)).isEqualTo(forgery.flaw());
                    var key = forgery.what().contains("key") ? keyIn(forgery) : KEY;
                    assertThat(Outsider.accepts(forgery.file(), key))
                            .as("by an outsider")
                            .isFalse();
                }));
    }

    @Test
    void whoever_signs_with_a_key_of_their_own_is_found_out_by_a_key_from_elsewhere() {
        try (var forger = EvidenceFixture.fresh()) {
            var forged = bytes(new KeptReceipt(forger).make());
            assertThat(refusal(forged, KEY)).isEqualTo(Flaw.SIGNATURE);
            assertThat(Outsider.accepts(forged, KEY)).isFalse();
        }
    }

    @Test
    void an_attestation_that_the_company_did_not_give_is_found_even_if_the_log_itself_lies() {
        var lie = bytes(new KeptReceipt(EVIDENCE).make("{\"outcome\": \"CONFIRMED\"}", UUID.randomUUID()));
        assertThat(refusal(lie, KEY)).isEqualTo(Flaw.ATTESTATION);
        assertThat(Outsider.accepts(lie, KEY)).isFalse();
    }

    @Test
    void an_answer_to_another_request_does_not_count_for_this_one() {
        var attestation = GENUINE.get("statement").get("companies").get(1).get("attestation");
        var lie = bytes(new KeptReceipt(EVIDENCE).make(attestation.toString(), UUID.randomUUID()));
        assertThat(refusal(lie, KEY)).isEqualTo(Flaw.OTHER_ENTRY);
        assertThat(Outsider.accepts(lie, KEY)).isFalse();
    }

    @Test
    void a_log_that_signed_two_pasts_convicts_itself_where_both_are_in_one_file() {
        var key = EvidenceFixture.newKey();
        try (var one = EvidenceFixture.fresh(key);
                var other = EvidenceFixture.fresh(key)) {
            var forked = new KeptReceipt(one).forkedFrom(new KeptReceipt(other));
            assertThat(refusal(bytes(forked), null)).isEqualTo(Flaw.FORK);
            assertThat(Outsider.accepts(
                            bytes(forked), forked.get("evidence").get("key").asString()))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"format\":\"retrace-receipt/v1\"}",
                "\uFEFF{}",
                "{\"a\":01}",
                "{\"a\":1e999}",
                "{\"a\":9007199254740993}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\u00zz\"}",
                "{\"a\":\"tab\there\"}",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":1 /* */}",
                "{\"a\":NaN}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"",
                "{\"a\":tru"
            })
    void what_is_no_receipt_is_refused_without_a_fault(String file) {
        assertThatThrownBy(() -> ReceiptVerifier.verify(file.getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOf(ReceiptRefused.class);
    }

    @Test
    void hostile_files_are_refused_within_limits() {
        assertThat(refusal(new byte[(8 << 20) + 1], null)).isEqualTo(Flaw.TOO_LARGE);
        assertThat(refusal("[".repeat(8 << 20).getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(Flaw.NOT_JSON);
        assertThat(refusal(("[" + "1".repeat(1 << 20) + "]").getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(Flaw.NOT_JSON);
    }

    private static String keyIn(Forgery forgery) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(forgery.file())
                .get("evidence")
                .get("key")
                .asString();
    }

    private static Flaw refusal(byte[] file, @org.jspecify.annotations.Nullable String key) {
        return catchThrowableOfType(ReceiptRefused.class, () -> ReceiptVerifier.verify(file, key))
                .flaw();
    }

    private static byte[] bytes(JsonNode receipt) {
        return receipt.toString().getBytes(StandardCharsets.UTF_8);
    }
}
