package io.retrace.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.retrace.evidence.verify.OfflineVerifier;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The page that people keep, opened from a folder in real Chromium, without any server. */
class OfflineVerifierModuleTest {

    private static final EvidenceFixture EVIDENCE = EvidenceFixture.fresh();
    private static final ObjectNode GENUINE = new KeptReceipt(EVIDENCE).make();
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final ResourceBundle ENGLISH =
            ResourceBundle.getBundle("vaadin-i18n.translations", java.util.Locale.ROOT);

    /** A browser of before 2025, or a cautious one: no Ed25519 of its own. */
    private static final String WITHOUT_ED25519 =
            "crypto.subtle.importKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'))";

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void save() throws IOException {
        Files.write(folder.resolve(OfflineVerifier.FILE_NAME), OfflineVerifier.page());
        browser = Browser.open();
        browser.page().onRequest(request -> assertThat(request.url()).matches("(file|data|blob):.*"));
        browser.page()
                .navigate(folder.resolve(OfflineVerifier.FILE_NAME).toUri().toString());
    }

    @AfterAll
    static void close() {
        browser.close();
        EVIDENCE.close();
    }

    @Test
    @UseCase("UC-009/5")
    void a_genuine_receipt_is_accepted_and_shown() {
        var page = browser.page();
        check(page, GENUINE.toPrettyString().getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("#verdict")).hasText(say("verify.genuine"));
        assertThat(page.locator("#findings")).containsText("Entry 10 of 12 in the log portal.example/retrace/log.");
        assertThat(page.locator("#findings"))
                .containsText("Answers of companies proved by entries of their own: 1 of 2.");
        page.locator("summary").click();
        assertThat(page.locator("#statement")).containsText("Gelöscht € 𝄞");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_pasted_text_and_a_key_from_elsewhere_do_as_well_and_a_wrong_key_refuses() {
        try (var own = Browser.open()) {
            var page = open(own);
            page.locator("#text").fill(GENUINE.toString());
            page.locator("#key").fill(GENUINE.get("evidence").get("key").asString());
            page.locator("button[type=submit]").click();
            assertThat(page.locator("#findings")).containsText("Checked with the key you named");
            page.locator("#key").fill(EvidenceFixture.keyOfSomebodyElse("portal.example/retrace/log"));
            page.locator("button[type=submit]").click();
            assertThat(page.locator("#findings")).hasText(say("verify.flaw.signature"));
        }
    }

    @TestFactory
    @UseCase("UC-009/5")
    Stream<DynamicTest> every_forgery_is_refused_with_the_sentence_of_its_step() {
        return Forgery.of(GENUINE).stream()
                .map(forgery -> DynamicTest.dynamicTest(forgery.what(), () -> {
                    var page = browser.page();
                    check(page, forgery.file());
                    assertThat(page.locator("#verdict")).hasText(say("verify.refused"));
                    var sentence = say("verify.flaw." + forgery.flaw().key()).replaceAll("\\s*\\{0}.*", "");
                    assertThat(page.locator("#findings")).containsText(sentence);
                }));
    }

    @Test
    void what_the_log_itself_lied_about_is_refused_too() {
        var attestation = GENUINE.get("statement")
                .get("companies")
                .get(1)
                .get("attestation")
                .toString();
        var page = browser.page();
        check(page, bytes(new KeptReceipt(EVIDENCE).make("{\"outcome\":\"CONFIRMED\"}", UUID.randomUUID())));
        assertThat(page.locator("#findings")).hasText(MessageFormat.format(say("verify.flaw.attestation"), 2));
        check(page, bytes(new KeptReceipt(EVIDENCE).make(attestation, UUID.randomUUID())));
        assertThat(page.locator("#findings")).hasText(say("verify.flaw.other-entry"));
        var key = EvidenceFixture.newKey();
        try (var one = EvidenceFixture.fresh(key);
                var other = EvidenceFixture.fresh(key)) {
            check(page, bytes(new KeptReceipt(one).forkedFrom(new KeptReceipt(other))));
            assertThat(page.locator("#findings")).hasText(say("verify.flaw.fork"));
        }
    }

    @Test
    void a_browser_without_ed25519_comes_to_the_same_verdicts() {
        try (var old = Browser.open()) {
            old.page().addInitScript(WITHOUT_ED25519);
            var page = open(old);
            check(page, bytes(GENUINE));
            assertThat(page.locator("#verdict")).hasText(say("verify.genuine"));
            for (var forgery : Forgery.of(GENUINE)) {
                if (!forgery.flaw().key().equals("signature")) continue;
                check(page, forgery.file());
                assertThat(page.locator("#findings")).hasText(say("verify.flaw.signature"));
            }
            assertThat(old.complaints()).isEmpty();
        }
    }

    @Test
    void hostile_files_are_refused_and_nothing_in_a_receipt_becomes_markup() {
        var page = browser.page();
        for (var file :
                List.of("[".repeat(1 << 20), "{\"__proto__\":{}}", "\uFEFF{}", "{\"a\":9007199254740993}", "")) {
            check(page, file.getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("#verdict")).hasText(say("verify.refused"));
        }
        check(page, new byte[(8 << 20) + 1]);
        assertThat(page.locator("#findings")).hasText("It is larger than 8 MB; no receipt is.");
        var markup =
                new KeptReceipt(EVIDENCE).make("{\"<img src=x onerror=alert(1)>\":\"<b>bold</b>\"}", UUID.randomUUID());
        check(page, bytes(markup));
        assertThat(page.locator("#result img, #result b")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void anybody_can_use_it_in_either_language_light_and_dark(Screen screen) {
        for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var locale : List.of("en-GB", "de-DE")) {
                try (var own = Browser.open(screen, colours, locale)) {
                    var page = open(own);
                    assertThat(page.locator("h1")).hasText(locale.equals("de-DE") ? "Beleg prüfen" : "Check a receipt");
                    accessible(own, page);
                    check(page, bytes(GENUINE));
                    assertThat(page.locator("#result.good")).isVisible();
                    page.locator("summary").click();
                    accessible(own, page);
                    own.screenshot("verifier-" + screen + "-" + colours + "-" + locale);
                    check(page, "{}".getBytes(StandardCharsets.UTF_8));
                    assertThat(page.locator("#result.bad")).isVisible();
                    accessible(own, page);
                }
            }
        }
    }

    @Test
    void the_language_can_be_changed_and_the_result_follows() {
        try (var own = Browser.open()) {
            var page = open(own);
            check(page, "{}".getBytes(StandardCharsets.UTF_8));
            page.locator("[data-language=de]").click();
            assertThat(page.locator("#verdict")).hasText("Dieser Beleg ist nicht echt.");
            assertThat(page.locator("html")).hasAttribute("lang", "de");
        }
    }

    private static void accessible(Browser window, Page page) {
        var found = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(found.stream()
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml()))
                .isEmpty();
        var overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
        assertThat(window.complaints()).isEmpty();
    }

    private static Page open(Browser window) {
        window.page().navigate(folder.resolve(OfflineVerifier.FILE_NAME).toUri().toString());
        return window.page();
    }

    /** Chooses the file, and waits until the page has said something about this one. */
    private static void check(Page page, byte[] file) {
        page.evaluate("() => { document.getElementById('result').hidden = true; }");
        page.locator("#file").setInputFiles(new FilePayload("receipt.json", "application/json", file));
        page.locator("#result").waitFor();
    }

    private static byte[] bytes(JsonNode receipt) {
        return receipt.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String say(String key) {
        return ENGLISH.getString(key);
    }
}
