package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.evidence.verify.OfflineVerifier;
import io.retrace.evidence.verify.ReceiptRefused;
import io.retrace.evidence.verify.ReceiptVerifier;
import io.retrace.testing.Browser;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The command and the page that people keep say the same of every file, word for word, whoever made it. */
class VerifiersAgreeModuleTest {

    private static final int CHANGED = 400;
    private static final String GENUINE = "genuine";
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT);

    /** Hands file after file to the page and takes down what it says. */
    private static final String HAND_OVER = """
            async (files) => {
              const said = [], input = document.getElementById("file"), result = document.getElementById("result");
              for (const file of files) {
                result.hidden = true;
                const carried = new DataTransfer();
                carried.items.add(new File([Uint8Array.from(atob(file), (c) => c.charCodeAt(0))], "receipt.json"));
                input.files = carried.files;
                input.dispatchEvent(new Event("change"));
                while (result.hidden) await new Promise((again) => setTimeout(again, 0));
                said.push(result.className === "good" ? "genuine" : document.getElementById("findings").textContent);
              }
              return said;
            }""";

    private static final String WITHOUT_ED25519 =
            "crypto.subtle.importKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'))";

    @TempDir
    private Path folder;

    @Test
    @UseCase("UC-009/5")
    void of_every_hostile_file_they_say_the_same_and_accept_only_what_says_the_same() throws IOException {
        try (var evidence = EvidenceFixture.fresh()) {
            var genuine = new KeptReceipt(evidence).make();
            var files = Hostile.of(genuine, CHANGED);
            var command = byCommand(files);
            for (var script : List.of("", WITHOUT_ED25519)) {
                var page = byPage(files, script);
                assertThat(page.keySet()).isEqualTo(command.keySet());
                assertThat(page.entrySet().stream()
                                .filter(one -> !one.getValue().equals(command.get(one.getKey())))
                                .map(one -> one + " where the command says " + command.get(one.getKey())))
                        .isEmpty();
            }
            files.forEach((what, file) -> {
                if (GENUINE.equals(command.get(what))) sameAs(genuine, what, file);
            });
            assertThat(command.values()).filteredOn(GENUINE::equals).hasSizeBetween(10, 40);
        }
    }

    @Test
    @UseCase({"UC-009/5", "UC-011/15"})
    void a_receipt_of_a_copy_is_accepted_by_both_and_refused_by_both_with_a_byte_of_its_signature_changed()
            throws IOException {
        try (var evidence = EvidenceFixture.fresh()) {
            var genuine = new KeptReceipt(evidence).ofCopy();
            var files = new LinkedHashMap<String, byte[]>();
            files.put(GENUINE, genuine.toString().getBytes(StandardCharsets.UTF_8));
            for (var field :
                    List.of("/copy_sha256", "/signature/key", "/signature/signed_sha256", "/signature/value")) {
                files.put(field, withOneByteChanged(genuine, "/statement/companies/0" + field));
            }
            var command = byCommand(files);
            assertThat(byPage(files, "")).isEqualTo(command);
            assertThat(command).containsEntry(GENUINE, GENUINE);
            assertThat(command.values()).filteredOn(GENUINE::equals).hasSize(1);
        }
    }

    private static byte[] withOneByteChanged(ObjectNode genuine, String pointer) {
        var value = genuine.at(pointer).asString();
        var changed = (value.startsWith("b") ? "c" : "b") + value.substring(1);
        return genuine.toString()
                .replace('"' + value + '"', '"' + changed + '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What is accepted may be spelled otherwise, but it says what was issued. */
    private static void sameAs(ObjectNode genuine, String what, byte[] file) {
        var read = (ObjectNode) JsonMapper.shared().readTree(file);
        assertThat(KeptReceipt.canonical(read.get("statement")))
                .as(what)
                .isEqualTo(KeptReceipt.canonical(genuine.get("statement")));
    }

    private static Map<String, String> byCommand(Map<String, byte[]> files) {
        var said = new LinkedHashMap<String, String>();
        files.forEach((what, file) -> {
            try {
                ReceiptVerifier.verify(file, null);
                said.put(what, GENUINE);
            } catch (ReceiptRefused e) {
                said.put(
                        what,
                        new MessageFormat(
                                        ENGLISH.getString(
                                                "verify.flaw." + e.flaw().key()),
                                        Locale.ENGLISH)
                                .format(e.arguments().toArray()));
            }
        });
        return said;
    }

    @SuppressWarnings("unchecked") // an array of strings comes back as a list
    private Map<String, String> byPage(Map<String, byte[]> files, String before) throws IOException {
        var page = folder.resolve(OfflineVerifier.FILE_NAME);
        Files.write(page, OfflineVerifier.page());
        try (var browser = Browser.open()) {
            browser.page().addInitScript(before);
            browser.page().navigate(page.toUri().toString());
            var said = (List<String>) browser.page()
                    .evaluate(
                            HAND_OVER,
                            files.values().stream()
                                    .map(Base64.getEncoder()::encodeToString)
                                    .toList());
            var byName = new LinkedHashMap<String, String>();
            var names = List.copyOf(files.keySet());
            for (int i = 0; i < names.size(); i++) byName.put(names.get(i), said.get(i));
            assertThat(browser.complaints()).isEmpty();
            return byName;
        }
    }
}
