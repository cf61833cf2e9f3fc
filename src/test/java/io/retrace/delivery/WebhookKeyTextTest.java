package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookKeyTextTest {

    // RFC 8032 §7.1, TEST 3
    private static final byte[] SEED = hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
    private static final byte[] PUBLIC = hex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    private static final byte[] MESSAGE = hex("af82");
    private static final byte[] SIGNATURE = hex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");

    @Test
    void reads_a_known_key_pair() throws Exception {
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(WebhookKeyText.privateKey("whsk_" + base64(SEED)));
        signer.update(MESSAGE);
        assertThat(signer.sign()).isEqualTo(SIGNATURE);

        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(WebhookKeyText.publicKey("whpk_" + base64(PUBLIC)));
        verifier.update(MESSAGE);
        assertThat(verifier.verify(SIGNATURE)).isTrue();
    }

    @Test
    void reads_a_private_key_that_carries_its_public_half() {
        var both = new byte[64];
        System.arraycopy(SEED, 0, both, 0, 32);
        System.arraycopy(PUBLIC, 0, both, 32, 32);
        assertThat(WebhookKeyText.privateKey("whsk_" + base64(both)))
                .isEqualTo(WebhookKeyText.privateKey("whsk_" + base64(SEED)));
    }

    @Test
    void what_it_writes_it_reads() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThat(WebhookKeyText.publicKey(WebhookKeyText.of(pair.getPublic())))
                .isEqualTo(pair.getPublic());
        assertThat(WebhookKeyText.privateKey(WebhookKeyText.of(pair.getPrivate())))
                .isEqualTo(pair.getPrivate());
        assertThat(WebhookKeyText.secret(WebhookKeyText.of(SEED))).isEqualTo(SEED);
    }

    @Test
    void refuses_keys_of_another_kind() throws Exception {
        var rsa = KeyPairGenerator.getInstance("EC").generateKeyPair();
        assertThatThrownBy(() -> WebhookKeyText.of(rsa.getPublic())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookKeyText.of(new byte[23])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookKeyText.of(new byte[65])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whpk_", "whpk_AAAA", "whpk_!", "whsk_/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU="})
    void refuses_what_is_no_public_key(String text) {
        assertThatThrownBy(() -> WebhookKeyText.publicKey(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
