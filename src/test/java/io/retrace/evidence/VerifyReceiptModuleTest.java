package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./retrace verify-receipt}, the real script in a process of its own. */
class VerifyReceiptModuleTest {

    private static final EvidenceFixture EVIDENCE = EvidenceFixture.fresh();
    private static final ObjectNode GENUINE = new KeptReceipt(EVIDENCE).make();
    private static final String KEY = GENUINE.get("evidence").get("key").asString();

    @TempDir
    private Path folder;

    private Path receipt;

    @AfterAll
    static void close() {
        EVIDENCE.close();
    }

    @BeforeEach
    void keep() throws IOException {
        receipt = Files.writeString(folder.resolve("receipt.json"), GENUINE.toPrettyString());
    }

    @Test
    void a_genuine_receipt_ends_well_and_says_whose_key_it_was_checked_with() throws Exception {
        assertThat(run("en", receipt.toString()))
                .isEqualTo(
                        new Run(
                                0,
                                List.of(
                                        "This receipt is genuine.",
                                        "Its statement is, word for word, the one that was committed to in the log.",
                                        "Entry 10 of 12 in the log portal.example/retrace/log.",
                                        "Recorded 2026-08-17T12:00:00Z.",
                                        "Answers of companies proved by entries of their own: 1 of 2.",
                                        "Checked with the key from the file itself: " + KEY
                                                + " — compare it with one from elsewhere, such as another receipt or somebody else who has one.")));
        assertThat(run("en", receipt.toString(), "--key", KEY).lines().getLast())
                .isEqualTo("Checked with the key you named: " + KEY);
    }

    @Test
    void a_forged_one_ends_with_one_and_the_sentence_of_its_step() throws Exception {
        Files.writeString(receipt, GENUINE.toString().replace("partly", "wholly"));
        assertThat(run("en", receipt.toString()))
                .isEqualTo(new Run(
                        1,
                        List.of(
                                "This receipt is not genuine.",
                                "Its statement was changed: it is not the one that was committed to.")));
    }

    @Test
    void a_bare_proof_is_checked_against_the_bytes_of_its_entry() throws Exception {
        var proof = GENUINE.get("evidence").get("proof").asString();
        var entry = GENUINE.get("evidence").get("entry").asString();
        Files.writeString(folder.resolve("x.tlog-proof"), proof);
        Files.writeString(folder.resolve("entry"), entry);
        var arguments = new String[] {
            folder.resolve("x.tlog-proof").toString(),
            "--leaf",
            folder.resolve("entry").toString(),
            "--key",
            KEY
        };
        assertThat(run("en", arguments))
                .isEqualTo(new Run(
                        0,
                        List.of(
                                "These bytes are an entry of the log.",
                                "Entry 10 of 12 in the log portal.example/retrace/log.")));
        Files.writeString(folder.resolve("entry"), entry + "\n");
        assertThat(run("en", arguments).status()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_looked_at_ends_with_two() throws Exception {
        assertThat(run("en").status()).isEqualTo(2);
        assertThat(run("en", receipt.toString(), "--kee", "x").status()).isEqualTo(2);
        assertThat(run("en", receipt.toString(), "--leaf", "x").status()).isEqualTo(2);
        assertThat(run("en", "no-such-file")).isEqualTo(new Run(2, List.of("The file no-such-file cannot be read.")));
        assertThat(run("en", folder.toString()).status()).isEqualTo(2);
    }

    @Test
    void a_german_reader_is_spoken_to_in_german() throws Exception {
        assertThat(run("de", receipt.toString()).lines().getFirst()).isEqualTo("Dieser Beleg ist echt.");
    }

    private record Run(int status, List<String> lines) {}

    private Run run(String language, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("bash", "retrace", "verify-receipt"));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("RETRACE_"));
        // what a reader’s LANG would say, without asking which locales this system has installed
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dstdout.encoding=UTF-8 -Duser.language=" + language);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        var lines = Files.readAllLines(out, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                .toList();
        return new Run(process.exitValue(), lines);
    }
}
