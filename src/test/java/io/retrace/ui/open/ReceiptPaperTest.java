package io.retrace.ui.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.UseCase;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paper can be read by everybody, by machine and by ear, and brings everything it needs. */
class ReceiptPaperTest {

    private final OpenPages pages = new OpenPages(ZoneId.of("Europe/Berlin"));
    private final ReceiptPaper paper = new ReceiptPaper(pages);

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    @UseCase("UC-010/5")
    void is_tagged_in_its_language_with_a_title_and_table_headers(String language) throws IOException {
        try (var document = print(language)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo(language);
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).contains("R-7Q4M-2KX9");
            var tags = tags(catalog.getStructureTreeRoot());
            assertThat(tags).contains("H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "L", "LI");
            assertThat(catalog.getMetadata().toByteArray()).asString().contains("pdfuaid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    @UseCase("UC-010/5")
    void embeds_every_font_and_loads_nothing(String language) throws IOException {
        try (var document = print(language)) {
            var fonts = new TreeSet<String>();
            for (var page : document.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName().replaceAll("^[A-Z]{6}\\+", ""));
                }
            }
            assertThat(fonts).containsExactly("LiberationSans", "LiberationSans-Bold", "LiberationSerif");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void says_everything_in_words_that_can_be_copied(String language) throws IOException {
        try (var document = print(language)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("R-7Q4M-2KX9", "Lumen Vision", "Argus Analytics", "Directive (EU) 2015/849 Art. 40")
                    .contains(
                            language.equals("de")
                                    ? "Was die Unternehmen geantwortet haben"
                                    : "What the companies answered")
                    .doesNotContain("{0}")
                    .doesNotContainPattern("(receipt|answer|company)\\.[a-z]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "en")
    @UseCase("UC-010/5")
    void carries_the_receipt_file_itself(String language) throws IOException {
        try (var document = print(language)) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            var file = Objects.requireNonNull(files.get("receipt-R-7Q4M-2KX9.json"));
            assertThat(file.getEmbeddedFile().toByteArray())
                    .isEqualTo(SampleReceipt.file().bytes());
            assertThat(document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF")))
                    .hasSize(1);
        }
    }

    private PDDocument print(String language) throws IOException {
        var pdf = paper.print(SampleReceipt.file(), pages.words(Locale.forLanguageTag(language)));
        return Loader.loadPDF(pdf);
    }

    private static List<String> tags(PDStructureNode node) {
        var tags = new ArrayList<String>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                tags.addAll(tags(element));
            }
        }
        return tags;
    }
}
