package io.retrace.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ORIGIN = "portal.example/log";
    private static final String ROOT = "YQkUBWa/HL8ILsoo1kW1jlB9gL09/J599PEIsX02DBo=";

    private final NoteSigner signer = TestKeys.signer(ORIGIN);

    @Test
    void opens_to_what_was_signed() throws VerificationException {
        var checkpoint = new Checkpoint(ORIGIN, 5, MerkleHash.leaf(new byte[] {5}));
        assertThat(open(signer.sign(checkpoint.text()))).isEqualTo(checkpoint).hasToString(checkpoint.text());
    }

    @Test
    void an_empty_log_has_a_checkpoint_too() throws VerificationException {
        assertThat(open(signer.sign(new Checkpoint(ORIGIN, 0, MerkleHash.empty()).text()))
                        .size())
                .isZero();
    }

    @Test
    void reads_over_extension_lines() throws VerificationException {
        assertThat(open(signer.sign(ORIGIN + "\n5\n" + ROOT + "\nextension\n")).size())
                .isEqualTo(5);
    }

    @Test
    void refuses_the_checkpoint_of_another_log_signed_by_our_key() {
        refused("other.example/log\n5\n" + ROOT + "\n");
    }

    @Test
    void refuses_another_logs_key_though_it_is_known() {
        var other = TestKeys.signer("other.example/log");
        var forged = other.sign(ORIGIN + "\n5\n" + ROOT + "\n");
        assertThatThrownBy(() -> Checkpoint.open(forged, ORIGIN, List.of(signer.verifierKey(), other.verifierKey())))
                .hasMessage("no signature of a known key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"05", "-1", "+5", "", " 5", "5 ", "0x5", "five", "99999999999999999999", "٥"})
    void refuses_a_size_that_is_not_plain_decimal(String size) {
        refused(ORIGIN + "\n" + size + "\n" + ROOT + "\n");
    }

    @Test
    void refuses_a_root_of_another_length_or_spelling() {
        refused(ORIGIN + "\n5\nAAAA\n");
        refused(ORIGIN + "\n5\n" + ROOT.replace("=", "") + "\n");
        refused(ORIGIN + "\n5\n" + ROOT.replace("Bo=", "Bp=") + "\n");
    }

    @Test
    void refuses_missing_and_empty_lines() {
        refused(ORIGIN + "\n5\n");
        refused(ORIGIN + "\n5\n" + ROOT + "\n\n");
        refused("\n" + ORIGIN + "\n5\n" + ROOT + "\n");
    }

    private void refused(String text) {
        assertThatThrownBy(() -> open(signer.sign(text))).isInstanceOf(VerificationException.class);
    }

    private Checkpoint open(String note) throws VerificationException {
        return Checkpoint.open(note, ORIGIN, List.of(signer.verifierKey()));
    }
}
