package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import io.retrace.delivery.StandardWebhook.Trusted;
import io.retrace.delivery.StandardWebhook.Verdict;
import io.retrace.testing.UseCase;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhookTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final KeyPair OURS = ed25519();
    private static final KeyPair THEIRS = ed25519();
    private static final Trusted TRUSTED =
            new Trusted(List.of(OURS.getPublic()), List.of(WebhookKeyText.secret(SECRET)));

    @Test
    @UseCase("UC-028/2")
    void two_keys_and_two_secrets_are_told_apart_by_whoever_trusts_one_of_them() {
        var next = WebhookKeyText.secret("whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
        var header = StandardWebhook.sign(
                ID,
                AT,
                BODY,
                List.of(THEIRS.getPrivate(), OURS.getPrivate()),
                List.of(next, WebhookKeyText.secret(SECRET)));
        assertThat(header.split(" ")).hasSize(4);
        for (var trusted : List.of(
                new Trusted(List.of(THEIRS.getPublic()), List.of()),
                new Trusted(List.of(OURS.getPublic()), List.of()),
                new Trusted(List.of(), List.of(next)),
                new Trusted(List.of(), List.of(WebhookKeyText.secret(SECRET))))) {
            assertThat(StandardWebhook.verify(ID, Long.toString(AT.getEpochSecond()), header, BODY, trusted, AT))
                    .isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void signs_the_published_vector() {
        assertThat(sign()).endsWith(" v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void the_reference_library_accepts_our_shared_secret_signature() {
        var now = Instant.ofEpochSecond(System.currentTimeMillis() / 1000);
        var signature =
                StandardWebhook.sign(ID, now, BODY, List.of(OURS.getPrivate()), List.of(WebhookKeyText.secret(SECRET)));
        var headers = HttpHeaders.of(
                Map.of(
                        StandardWebhook.ID, List.of(ID),
                        StandardWebhook.TIMESTAMP, List.of(Long.toString(now.getEpochSecond())),
                        StandardWebhook.SIGNATURE, List.of(signature)),
                (name, value) -> true);
        assertThatCode(() -> new Webhook(SECRET).verify(new String(BODY, StandardCharsets.UTF_8), headers))
                .doesNotThrowAnyException();
    }

    @Test
    void we_accept_the_reference_librarys_signature() throws Exception {
        var theirs = new Webhook(SECRET).sign(ID, AT.getEpochSecond(), new String(BODY, StandardCharsets.UTF_8));
        assertThat(verify(theirs, AT)).isEqualTo(Verdict.VALID);
    }

    @Test
    @UseCase("UC-005/1")
    void either_signature_is_enough_and_unknown_schemes_do_not_disturb() {
        var both = sign().split(" ", -1);
        assertThat(verify(both[0], AT)).isEqualTo(Verdict.VALID);
        assertThat(verify(both[1], AT)).isEqualTo(Verdict.VALID);
        assertThat(verify("v9,AAAA v1a,!! v1a v1,AAAA " + both[0], AT)).isEqualTo(Verdict.VALID);
    }

    @Test
    void without_a_shared_secret_there_is_one_signature() {
        assertThat(StandardWebhook.sign(ID, AT, BODY, List.of(OURS.getPrivate()), List.of()))
                .startsWith("v1a,")
                .doesNotContain(" ");
    }

    @Test
    void anything_altered_is_forged() {
        var timestamp = Long.toString(AT.getEpochSecond());
        var other = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);
        assertThat(StandardWebhook.verify(ID, timestamp, sign(), other, TRUSTED, AT))
                .isEqualTo(Verdict.FORGED);
        assertThat(StandardWebhook.verify("msg_other", timestamp, sign(), BODY, TRUSTED, AT))
                .isEqualTo(Verdict.FORGED);
        assertThat(StandardWebhook.verify(ID, "1614265331", sign(), BODY, TRUSTED, AT))
                .isEqualTo(Verdict.FORGED);
        assertThat(StandardWebhook.verify(
                        ID,
                        timestamp,
                        sign(),
                        BODY,
                        new Trusted(List.of(ed25519().getPublic()), List.of()),
                        AT))
                .isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "v1a,", "v1,", "v1a", ",", "v1a,AAAA", "v1a,%%%", "v1,g0hM9SsE"})
    void nonsense_is_forged(String signature) {
        assertThat(verify(signature, AT)).isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @CsvSource({"-301,STALE", "-300,VALID", "0,VALID", "300,VALID", "301,STALE"})
    void five_minutes_either_way_are_fresh(long seconds, Verdict expected) {
        assertThat(verify(sign(), AT.plusSeconds(seconds))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "99999999999999999999", "9223372036854775807", "-1"})
    void an_impossible_timestamp_is_stale_at_best(String timestamp) {
        var head = ID + "." + timestamp + ".";
        var signature = "v1," + hmac(head);
        assertThat(StandardWebhook.verify(ID, timestamp, signature, BODY, TRUSTED, AT))
                .isEqualTo(Verdict.STALE);
    }

    @Test
    void an_id_with_a_full_stop_is_refused() {
        assertThatThrownBy(() -> StandardWebhook.sign("a.1614265330", AT, BODY, List.of(OURS.getPrivate()), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String sign() {
        return StandardWebhook.sign(ID, AT, BODY, List.of(OURS.getPrivate()), List.of(WebhookKeyText.secret(SECRET)));
    }

    private static Verdict verify(String signatures, Instant now) {
        return StandardWebhook.verify(ID, Long.toString(AT.getEpochSecond()), signatures, BODY, TRUSTED, now);
    }

    private static String hmac(String head) {
        try {
            var mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(WebhookKeyText.secret(SECRET), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return java.util.Base64.getEncoder().encodeToString(mac.doFinal(BODY));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
