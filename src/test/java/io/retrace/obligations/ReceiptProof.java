package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.evidence.merkle.LogProof;
import io.retrace.evidence.merkle.VerificationException;
import io.retrace.evidence.merkle.VerifierKey;
import io.retrace.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks the evidence in a receipt step by step, as its format says. */
final class ReceiptProof {

    private ReceiptProof() {}

    /** @param committed the member of the body that holds the digest of what is committed to */
    static void verify(JsonNode evidence, String committed, JsonNode what, String key) {
        var body = evidence.path("body");
        assertThat(body.path(committed).asString())
                .isEqualTo(Sha256.of(canonical(what)).toString());
        var salt = HexFormat.of().parseHex(evidence.path("salt").asString());
        var entry = evidence.path("entry").asString();
        assertThat(JsonMapper.shared().readTree(entry).path("commitment").asString())
                .isEqualTo("sha256:" + Sha256.of(salt, canonical(body)));
        assertThat(evidence.path("key").asString()).isEqualTo(key);
        try {
            var trusted = VerifierKey.parse(key);
            LogProof.parse(evidence.path("proof").asString())
                    .verify(entry.getBytes(StandardCharsets.UTF_8), trusted.name(), List.of(trusted));
        } catch (VerificationException e) {
            throw new AssertionError(evidence.toPrettyString(), e);
        }
    }

    private static byte[] canonical(JsonNode json) {
        try {
            return new JsonCanonicalizer(json.toString()).getEncodedUTF8();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
