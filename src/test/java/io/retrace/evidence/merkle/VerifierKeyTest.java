package io.retrace.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierKeyTest {

    /** The example of the signed-note specification. */
    private static final String SPECIFIED = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    @Test
    void reads_and_writes_the_specified_form() throws VerificationException {
        var key = VerifierKey.parse(SPECIFIED);
        assertThat(key.name()).isEqualTo("example.com/foo");
        assertThat(key.id()).isEqualTo(0x530d903a);
        assertThat(key).hasToString(SPECIFIED).isEqualTo(VerifierKey.parse(SPECIFIED));
    }

    @Test
    void a_fresh_key_reads_back_as_itself() throws VerificationException {
        var key = TestKeys.signer("portal.example/log").verifierKey();
        assertThat(VerifierKey.parse(key.toString())).isEqualTo(key).hasSameHashCodeAs(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fox+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void refuses_what_is_no_verifier_key(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(VerificationException.class);
    }

    @Test
    void a_signer_needs_a_pair_that_belongs_together_and_a_name() throws GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("Ed25519");
        var one = keys.generateKeyPair();
        var other = keys.generateKeyPair();
        assertThatThrownBy(() -> new NoteSigner("log.example", one.getPublic(), other.getPrivate()))
                .hasMessage("the public key does not belong to the private key");
        assertThatThrownBy(() -> new NoteSigner("a b", one.getPublic(), one.getPrivate()))
                .isInstanceOf(IllegalArgumentException.class);
        var rsa = KeyPairGenerator.getInstance("EC").generateKeyPair();
        assertThatThrownBy(() -> new NoteSigner("log.example", rsa.getPublic(), rsa.getPrivate()))
                .hasMessage("not an Ed25519 public key");
    }
}
