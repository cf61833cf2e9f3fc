package io.retrace.ui.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.evidence.IssuedReceipt;
import io.retrace.evidence.OpenReceipts.OpenReceipt;
import io.retrace.evidence.ReceiptFile;
import io.retrace.evidence.ReceiptId;
import io.retrace.obligations.CompanyWord;
import io.retrace.requests.RequestId;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Page, paper and file of one receipt say the same of a company: its word, when, how, what it keeps and until when. */
@UseCase("UC-010/10")
class SameWordsProperties {

    private static final LocalDate LIVE = LocalDate.of(2026, 11, 5);
    private static final LocalDate KEPT = LocalDate.of(2029, 6, 30);
    private static final String DUTY = "Directive (EU) 2015/849 Art. 40(1)(a)";

    private final OpenPages pages = new OpenPages(ZoneId.of("Europe/Berlin"));
    private final ReceiptPaper paper = new ReceiptPaper(pages);

    /** The words of the product, each with every method it can come with, and every answer about a copy. */
    static List<WordedReceipt> receipts() {
        var receipts = new ArrayList<WordedReceipt>();
        for (var word : CompanyWord.values()) {
            switch (word) {
                case NOT_ASKED_YET -> receipts.add(new WordedReceipt(word, null, LIVE, KEPT, DUTY, 0));
                case ASKED, WORKING_ON_IT -> receipts.add(new WordedReceipt(word, null, LIVE, KEPT, DUTY, 1));
                case NO_ANSWER -> receipts.add(new WordedReceipt(word, null, LIVE, KEPT, DUTY, 4));
                case HAD_NOTHING -> receipts.add(new WordedReceipt(word, null, LIVE, KEPT, DUTY, 1));
                case CONFIRMED_DELETED, KEPT_SOME -> {
                    for (var method : List.of("erase", "destroy", "anonymise"))
                        receipts.add(new WordedReceipt(word, method, LIVE, KEPT, DUTY, 1));
                }
                case SENT_ITS_COPY -> receipts.add(copy(word, "provided"));
                case KEPT_SOME_BACK -> receipts.add(copy(word, "withheld"));
            }
        }
        receipts.add(copy(CompanyWord.HAD_NOTHING, "had_nothing"));
        return receipts;
    }

    private static WordedReceipt copy(CompanyWord word, String said) {
        return new WordedReceipt(word, null, LIVE, KEPT, DUTY, 1, said);
    }

    @ParameterizedTest
    @MethodSource("receipts")
    @UseCase({"UC-010/10", "UC-011/15"})
    void all_words_are_the_same_everywhere_and_in_both_languages(WordedReceipt receipt) throws IOException {
        for (var language : List.of(Locale.ENGLISH, Locale.GERMAN)) saysTheSame(receipt, language);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void whatever_the_days_and_the_law_they_are_the_same_everywhere(
            @ForAll("kept") WordedReceipt receipt, @ForAll boolean german) throws IOException {
        saysTheSame(receipt, german ? Locale.GERMAN : Locale.ENGLISH);
    }

    @Provide
    Arbitrary<WordedReceipt> kept() {
        var days = Arbitraries.integers().between(0, 20_000).map(LocalDate.of(2020, 1, 1)::plusDays);
        var methods = Arbitraries.of("erase", "destroy", "anonymise");
        var duties = Arbitraries.strings()
                .withChars("abcXYZ 0189äöüßéñ§&<>\"'’/.,:;()–-")
                .ofMinLength(3)
                .ofMaxLength(400)
                .filter(text -> !text.isBlank());
        return Combinators.combine(methods, days, days, duties)
                .as((method, live, until, duty) ->
                        new WordedReceipt(CompanyWord.KEPT_SOME, method, live, until, duty, 1));
    }

    private void saysTheSame(WordedReceipt receipt, Locale language) throws IOException {
        var file = receipt.file();
        var page = Jsoup.parse(page(file, language));
        var print = paper.print(file, pages.words(language));
        var text = squeezed(text(print));

        assertThat(page.select("article .tag").eachText()).containsExactly(word(receipt, language));
        for (var said : expected(receipt, language)) {
            assertThat(squeezed(page.text())).as("page").contains(squeezed(said));
            assertThat(text).as("paper").contains(squeezed(said));
        }
        assertThat(page.select("article .fact")).isNotEmpty();
        for (var fact : page.select(".fact")) {
            assertThat(text).as("paper").contains(squeezed(fact.wholeText()));
        }
        assertThat(enclosed(print)).as("the file on the paper").isEqualTo(downloaded(file));
        assertThat(file.statement().at("/companies/0/word").asString())
                .isEqualTo(receipt.word().key());
    }

    /** What the file says, in the words of the bundles, looked up here on its own. */
    private List<String> expected(WordedReceipt receipt, Locale language) {
        var words = pages.words(language);
        var said = receipt.file().statement().path("companies").path(0);
        var expected = new ArrayList<>(List.of(word(receipt, language)));
        var attestation = said.path("attestation");
        if (said.has("asked_at"))
            expected.add(words.moment(Instant.parse(said.path("asked_at").asString())));
        if (said.has("answered_at"))
            expected.add(words.moment(Instant.parse(said.path("answered_at").asString())));
        if (attestation.has("method")) {
            expected.add(words.say("answer.method." + attestation.path("method").asString()));
            expected.add(words.say("answer.live-erased")
                    + words.date(
                            LocalDate.parse(attestation.path("live_erased_on").asString())));
        }
        if (attestation.has("kept")) {
            expected.add(words.say("answer.duty") + attestation.at("/kept/duty").asString());
            expected.add(words.say("answer.duty-until")
                    + words.date(LocalDate.parse(attestation.at("/kept/until").asString())));
            expected.add(words.date(LocalDate.parse(said.at("/follow_up/due_by").asString())));
        }
        var copy = said.path("copy");
        if (copy.isObject()) {
            expected.add(
                    words.say("receipt.copy." + copy.path("said").asString().replace('_', '-')));
            expected.add(words.say("receipt.copy.files")
                    + words.number(copy.path("files").asInt()));
            expected.add(
                    words.say("receipt.signature." + said.at("/signature/by").asString()));
        }
        if (copy.has("withheld")) {
            expected.add(
                    words.say("receipt.copy.law") + copy.at("/withheld/law").asString());
            expected.add(copy.at("/withheld/reason").asString());
        }
        if (!receipt.word().answered()) expected.add(words.say("receipt.silent", receipt.timesAsked()));
        return expected;
    }

    private String word(WordedReceipt receipt, Locale language) {
        return pages.words(language).say("company.word." + receipt.word().key());
    }

    private String page(ReceiptFile file, Locale language) {
        return Objects.requireNonNull(controller(file)
                .page("id", "secret", language.getLanguage(), language)
                .getBody());
    }

    private byte[] downloaded(ReceiptFile file) {
        return (byte[]) Objects.requireNonNull(
                controller(file).json("id", "secret", Locale.ENGLISH).getBody());
    }

    private ReceiptPages controller(ReceiptFile file) {
        var issued = new IssuedReceipt(
                new ReceiptId(new UUID(0, 1)), new RequestId(new UUID(0, 2)), null, 1, Instant.EPOCH, true, true);
        return new ReceiptPages((id, secret) -> Optional.of(new OpenReceipt(issued, Optional.of(file))), pages, paper);
    }

    private static String text(byte[] print) throws IOException {
        try (var document = Loader.loadPDF(print)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static byte[] enclosed(byte[] print) throws IOException {
        try (var document = Loader.loadPDF(print)) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            return files.values().iterator().next().getEmbeddedFile().toByteArray();
        }
    }

    /** Lines break elsewhere on paper than on a screen. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
