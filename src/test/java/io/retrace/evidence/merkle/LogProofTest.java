package io.retrace.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked sample of the design notes: five leaves, a key made of the bytes 0 to 31, a proof for leaf 2. */
class LogProofTest {

    private static final String ORIGIN = "portal.example/deletions";
    private static final String KEY = "portal.example/deletions+5e4ed285+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    private static final String ENTRY =
            "{\"commitment\":\"sha256:5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02\",\"recipient\":\"partner.example\",\"time\":\"2026-08-17T10:00:00Z\",\"type\":\"deletion-confirmed\",\"v\":1}";
    private static final String PROOF = """
            c2sp.org/tlog-proof@v1
            index 2
            10otHyrxwcrWxeiob8hpFi59HqAecpq/8XhR0QlI+ZQ=
            O63IBTfwKeG7dygNyFIDzy7ZdI3I9XEjD8ulwybJEGg=
            Z8vzSda05Mr0MKlnUcpTIhRBTC+Mn3xWervD5S8t85E=

            portal.example/deletions
            5
            YQkUBWa/HL8ILsoo1kW1jlB9gL09/J599PEIsX02DBo=

            — portal.example/deletions Xk7ShWd13gzibx6s0DgQTnQkkJc3SS60VDS2xh62oIqJlfL4RqGU39q0DTrUAlxxNMPAClAg1se1NK4fmuayKNJG/Ak=
            """;

    @Test
    void the_sample_verifies_without_us() throws VerificationException {
        var checkpoint = verify(PROOF, ENTRY);
        assertThat(checkpoint.size()).isEqualTo(5);
        assertThat(HexFormat.of().formatHex(MerkleHash.leaf(bytes(ENTRY))))
                .isEqualTo("93f411edf938115a08255f81d10b2e5e6fa70ae29ed51883b53b41f0f05fe173");
    }

    @Test
    void the_sample_is_what_we_would_have_written() throws VerificationException {
        var tree = new GrownTree();
        for (var entry : List.of("{\"n\":0}", "{\"n\":1}", ENTRY, "{\"n\":3}", "{\"n\":4}")) tree.add(bytes(entry));
        assertThat(verify(PROOF, ENTRY)).isEqualTo(new Checkpoint(ORIGIN, 5, tree.root(5)));
        var note = PROOF.substring(PROOF.indexOf("\n\n") + 2);
        assertThat(new LogProof(2, tree.inclusion(2, 5), note).text()).isEqualTo(PROOF);
        assertThat(LogProof.parse(PROOF).text()).isEqualTo(PROOF);
    }

    @Test
    void an_extra_line_is_read_over() throws VerificationException {
        assertThat(verify(PROOF.replace("index", "extra aGVsbG8=\nindex"), ENTRY)
                        .size())
                .isEqualTo(5);
        refused(PROOF.replace("index", "extra ???\nindex"), ENTRY);
    }

    @Test
    void another_entry_is_refused() {
        refused(PROOF, ENTRY.replace("10:00:00", "10:00:01"));
        refused(PROOF, ENTRY + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3", "0", "10", "02", "-2", "", "two"})
    void another_index_is_refused(String index) {
        refused(PROOF.replace("index 2", "index " + index), ENTRY);
    }

    @Test
    void a_path_with_a_hash_more_or_less_or_in_another_order_is_refused() {
        var first = "10otHyrxwcrWxeiob8hpFi59HqAecpq/8XhR0QlI+ZQ=\n";
        var second = "O63IBTfwKeG7dygNyFIDzy7ZdI3I9XEjD8ulwybJEGg=\n";
        refused(PROOF.replace(first, ""), ENTRY);
        refused(PROOF.replace(first, first + first), ENTRY);
        refused(PROOF.replace(first + second, second + first), ENTRY);
        refused(PROOF.replace(first, "AAAA\n"), ENTRY);
        refused(PROOF.replace(first, first.repeat(64)), ENTRY);
    }

    @Test
    void a_size_beside_the_signature_does_not_count() {
        refused(PROOF.replace("\n5\n", "\n6\n"), ENTRY);
    }

    @Test
    void another_version_or_a_missing_part_is_refused() {
        refused(PROOF.replace("@v1", "@v2"), ENTRY);
        refused(PROOF.replace("index 2\n", ""), ENTRY);
        refused(PROOF.substring(0, PROOF.indexOf("\n\n")), ENTRY);
        refused("", ENTRY);
    }

    @Test
    void another_log_is_refused() {
        assertThatThrownBy(() -> LogProof.parse(PROOF)
                        .verify(bytes(ENTRY), "other.example/log", List.of(VerifierKey.parse(KEY))))
                .isInstanceOf(VerificationException.class);
    }

    private static void refused(String proof, String entry) {
        assertThatThrownBy(() -> verify(proof, entry)).isInstanceOf(VerificationException.class);
    }

    private static Checkpoint verify(String proof, String entry) throws VerificationException {
        return LogProof.parse(proof).verify(bytes(entry), ORIGIN, List.of(VerifierKey.parse(KEY)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
