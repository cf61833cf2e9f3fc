package io.retrace.delivery.opendsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.delivery.opendsr.SignedBody.Verdict;
import io.retrace.partners.ProcessorCertificate;
import io.retrace.partners.ProcessorCertificate.Standing;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedBodyTest {

    private static final byte[] BODY = "{\"request_status\":\"completed\"}".getBytes(StandardCharsets.UTF_8);
    private static final ProcessorKeys LUMEN = ProcessorKeys.usual();
    private final Instant now = Instant.parse("2026-11-03T09:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void what_the_pinned_key_signed_is_genuine(String algorithm) {
        var keys = ProcessorKeys.made("opendsr.clear.example", algorithm);
        var body = new SignedBody("OpenDSR.clear.example", keys.sign(BODY), BODY);
        assertThat(body.check(keys.certificate(), now)).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void a_signature_may_be_folded() {
        var folded = Base64.getMimeEncoder().encodeToString(Base64.getDecoder().decode(LUMEN.sign(BODY)));
        assertThat(folded).contains("\n");
        assertThat(check(LUMEN.domain(), folded, BODY)).isEqualTo(Verdict.GENUINE);
    }

    @Test
    @UseCase("UC-017/4")
    void any_other_byte_is_a_forgery() {
        var signature = LUMEN.sign(BODY);
        for (int i = 0; i < BODY.length; i++) {
            var changed = BODY.clone();
            changed[i] ^= 1;
            assertThat(check(LUMEN.domain(), signature, changed)).isEqualTo(Verdict.BAD_SIGNATURE);
        }
        assertThat(check(
                        LUMEN.domain(),
                        signature,
                        "{ \"request_status\":\"completed\"}".getBytes(StandardCharsets.UTF_8)))
                .as("the same JSON, other bytes")
                .isEqualTo(Verdict.BAD_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "no base64 *", "=", "MEUCIQ"})
    void what_is_no_signature_is_a_forgery(String signature) {
        assertThat(check(LUMEN.domain(), signature, BODY)).isEqualTo(Verdict.BAD_SIGNATURE);
    }

    @Test
    void nothing_is_believed_without_headers_or_by_another_name_or_key() {
        assertThat(check(LUMEN.domain(), null, BODY)).isEqualTo(Verdict.BAD_SIGNATURE);
        assertThat(check(null, LUMEN.sign(BODY), BODY)).isEqualTo(Verdict.OTHER_DOMAIN);
        assertThat(check("opendsr.other.example", LUMEN.sign(BODY), BODY)).isEqualTo(Verdict.OTHER_DOMAIN);
        var impostor = ProcessorKeys.made(LUMEN.domain(), "RSA");
        assertThat(check(LUMEN.domain(), impostor.sign(BODY), BODY))
                .as("a certificate for the same domain that nobody pinned")
                .isEqualTo(Verdict.BAD_SIGNATURE);
    }

    @Test
    @UseCase("UC-017/4")
    void a_certificate_counts_while_it_is_in_date() {
        var body = new SignedBody(LUMEN.domain(), LUMEN.sign(BODY), BODY);
        assertThat(body.check(LUMEN.certificate(), now.plus(Duration.ofDays(36_600))))
                .isEqualTo(Verdict.UNUSABLE_CERTIFICATE);
        assertThat(body.check(LUMEN.certificate(), now.minus(Duration.ofDays(3))))
                .isEqualTo(Verdict.UNUSABLE_CERTIFICATE);
    }

    @Test
    void a_certificate_is_for_its_domain_and_leads_to_the_one_above_it() {
        var other = ProcessorKeys.made("*.wild.example", "EC");
        assertThat(LUMEN.certificate().at(now)).isEqualTo(Standing.GOOD);
        assertThat(standing("opendsr.wild.example", other)).isEqualTo(Standing.GOOD);
        assertThat(standing("a.opendsr.wild.example", other)).isEqualTo(Standing.OTHER_DOMAIN);
        assertThat(standing("wild.example", other)).isEqualTo(Standing.OTHER_DOMAIN);
        assertThat(standing("opendsr.other.example", LUMEN)).isEqualTo(Standing.OTHER_DOMAIN);
        var crossed = List.of(LUMEN.path().getFirst(), other.path().getLast());
        assertThat(new ProcessorCertificate(LUMEN.domain(), crossed).at(now)).isEqualTo(Standing.BROKEN_PATH);
        var alone =
                new ProcessorCertificate(LUMEN.domain(), List.of(LUMEN.path().getFirst()));
        assertThat(alone.at(now)).as("pinned itself").isEqualTo(Standing.GOOD);
    }

    @Test
    void a_certificate_that_vouches_for_itself_is_refused() {
        assertThatThrownBy(() -> new ProcessorCertificate(
                        LUMEN.domain(), List.of(LUMEN.path().getLast())))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> ProcessorCertificate.parse(LUMEN.domain(), "no certificate"))
                .isInstanceOf(RuleViolation.class);
        assertThat(ProcessorCertificate.parse(
                        LUMEN.domain(), LUMEN.certificate().pem()))
                .isEqualTo(LUMEN.certificate());
    }

    private Standing standing(String domain, ProcessorKeys keys) {
        return new ProcessorCertificate(domain, keys.path()).at(now);
    }

    private Verdict check(@Nullable String domain, @Nullable String signature, byte[] body) {
        return new SignedBody(domain, signature, body).check(LUMEN.certificate(), now);
    }
}
