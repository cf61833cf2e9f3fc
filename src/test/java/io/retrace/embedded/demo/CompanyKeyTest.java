package io.retrace.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.partners.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyKeyTest {

    private static final byte[] BODY = "{\"answer_id\":\"answer-0001\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void lumen_vision_signs_its_answers_with_the_key_that_it_registered(@TempDir Path folder) {
        var key = CompanyKey.of("lumen-vision", folder).orElseThrow();
        var registered = SigningKey.parse(
                CompanyKey.of("lumen-vision", folder).orElseThrow().jwk()); // made once, kept
        var jws = key.over("/api/v1/obligations/o-1/attestations", BODY)
                .orElseThrow()
                .split("\\.", -1);
        assertThat(new String(Base64.getUrlDecoder().decode(jws[0]), StandardCharsets.UTF_8))
                .contains("\"sub\":\"o-1\"");
        var signed = (jws[0] + "." + new String(BODY, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertThat(registered.verifies(signed, Base64.getUrlDecoder().decode(jws[2])))
                .isTrue();
    }

    @Test
    void nothing_else_is_signed_and_nobody_else_signs(@TempDir Path folder) {
        assertThat(CompanyKey.of("lumen-vision", folder)
                        .orElseThrow()
                        .over("/api/v1/obligations/o-1/acknowledgement", BODY))
                .isEmpty();
        assertThat(CompanyKey.of("palisade-id", folder)).isEmpty();
    }
}
