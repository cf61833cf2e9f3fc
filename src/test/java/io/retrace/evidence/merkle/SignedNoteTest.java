package io.retrace.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    private static final String TEXT = "one\ntwo\n";

    private final NoteSigner signer = TestKeys.signer("log.example/a");
    private final NoteSigner other = TestKeys.signer("log.example/b");
    private final String note = signer.sign(TEXT);

    @Test
    void opens_to_exactly_the_text_that_was_signed() throws VerificationException {
        assertThat(open(note, signer)).isEqualTo(TEXT);
        assertThat(open(signer.sign("first part\n\nsecond part\n"), signer)).isEqualTo("first part\n\nsecond part\n");
    }

    @Test
    void ignores_signatures_of_unknown_keys_beside_a_good_one() throws VerificationException {
        assertThat(open(note + lineOf(other.sign(TEXT)), signer)).isEqualTo(TEXT);
        assertThat(open(note + lineOf(other.sign("another text\n")), signer)).isEqualTo(TEXT);
    }

    @Test
    void takes_at_least_sixteen_signatures_and_not_any_number() throws VerificationException {
        var line = lineOf(other.sign(TEXT));
        assertThat(open(note + line.repeat(31), signer)).isEqualTo(TEXT);
        refused(note + line.repeat(64), "too many signatures");
    }

    @Test
    void refuses_a_note_that_only_unknown_keys_signed() {
        refused(other.sign(TEXT), "no signature of a known key");
        assertThatThrownBy(() -> SignedNote.open(bytes(note), List.of())).isInstanceOf(VerificationException.class);
    }

    @Test
    void refuses_a_key_that_only_has_the_same_name() {
        refused(TestKeys.signer("log.example/a").sign(TEXT), "no signature of a known key");
    }

    @Test
    void refuses_a_bad_signature_of_a_known_key_even_beside_a_good_one() {
        var bad = lineOf(signer.sign("another text\n"));
        refused(TEXT + "\n" + bad, "the signature of log.example/a is wrong");
        refused(note + bad, "the signature of log.example/a is wrong");
        assertThatThrownBy(() -> SignedNote.open(
                        bytes(other.sign(TEXT) + bad), List.of(signer.verifierKey(), other.verifierKey())))
                .isInstanceOf(VerificationException.class);
    }

    @Test
    void refuses_any_flipped_bit() {
        var whole = bytes(note);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            var altered = MerkleProofTest.flip(whole, bit);
            assertThatThrownBy(() -> SignedNote.open(altered, List.of(signer.verifierKey())))
                    .as("bit %s", bit)
                    .isInstanceOf(VerificationException.class);
        }
    }

    @Test
    void refuses_any_cut() {
        var whole = bytes(note);
        for (int length = 0; length < whole.length; length++) {
            var cut = new String(whole, 0, length, StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() ->
                            SignedNote.open(cut.getBytes(StandardCharsets.ISO_8859_1), List.of(signer.verifierKey())))
                    .isInstanceOf(VerificationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "\r", "\0", "\u001b"})
    void refuses_control_characters(String control) {
        refused(note.replace("one", "o" + control + "ne"), "a control character in the note");
        assertThatThrownBy(() -> signer.sign("a" + control + "\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_what_is_not_utf8() {
        var latin = note.replace("one", "\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> SignedNote.open(latin, List.of(signer.verifierKey())))
                .hasMessage("the note is not UTF-8");
    }

    @Test
    void refuses_malformed_signature_lines() {
        var line = lineOf(note);
        refused(TEXT + line, "no empty line before the signatures");
        refused(TEXT + "\n" + line.replace("— ", "- "), "not a signature line");
        refused(TEXT + "\n" + line.replace("— ", "—  "), "not a signature line");
        refused(note + "\n", "the last line is not ended");
        refused(note + "trailing\n", "not a signature line");
        refused(note.replace("log.example/a", "log+example"), "not a signature line");
        refused(TEXT + "\n— log.example/a AAAA\n", "a signature line without a signature");
        refused(TEXT + "\n— log.example/a ****\n", "not Base64");
        refused(note.replace("=\n", "\n").replace("=\n", "\n"), "Base64 that is not canonical");
    }

    @Test
    void is_only_signed_when_it_is_whole_lines() {
        assertThatThrownBy(() -> signer.sign("no end")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> signer.sign("\ud800\n")).isInstanceOf(IllegalArgumentException.class);
    }

    private void refused(String note, String why) {
        assertThatThrownBy(() -> open(note, signer))
                .isInstanceOf(VerificationException.class)
                .hasMessage(why);
    }

    private static String open(String note, NoteSigner known) throws VerificationException {
        return SignedNote.open(bytes(note), List.of(known.verifierKey()));
    }

    private static String lineOf(String note) {
        return note.substring(note.lastIndexOf("— "));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
