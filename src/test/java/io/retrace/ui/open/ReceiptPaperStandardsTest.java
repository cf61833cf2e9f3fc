package io.retrace.ui.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.UseCase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The paper is what it says it is, by the validator that the PDF Association stands behind. */
class ReceiptPaperStandardsTest {

    private final OpenPages pages = new OpenPages(ZoneId.of("Europe/Berlin"));
    private final ReceiptPaper paper = new ReceiptPaper(pages);

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /** ISO 14289-1, for whoever listens to it, and ISO 19005-3, for whoever opens it in thirty years. */
    @ParameterizedTest
    @CsvSource({"en,PDFUA_1", "de,PDFUA_1", "en,PDFA_3_A", "de,PDFA_3_A"})
    @UseCase("UC-010/5")
    void keeps_to_the_standard(String language, PDFAFlavour standard)
            throws IOException, ModelParsingException, ValidationException {
        assertThat(broken(print(language), standard)).isEmpty();
    }

    @Test
    void a_paper_whose_tags_are_gone_does_not() throws IOException, ModelParsingException, ValidationException {
        var without = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(print("en"))) {
            document.getDocumentCatalog().setStructureTreeRoot(null);
            document.save(without);
        }
        assertThat(broken(without.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
        assertThat(broken(without.toByteArray(), PDFAFlavour.PDFA_3_A)).isNotEmpty();
    }

    private byte[] print(String language) {
        return paper.print(SampleReceipt.file(), pages.words(Locale.forLanguageTag(language)));
    }

    private static Set<String> broken(byte[] pdf, PDFAFlavour standard)
            throws IOException, ModelParsingException, ValidationException {
        var veraPdf = Foundries.defaultInstance();
        var broken = new TreeSet<String>();
        try (var parser = veraPdf.createParser(new ByteArrayInputStream(pdf), standard);
                var validator = veraPdf.createValidator(standard, false)) {
            var result = validator.validate(parser);
            for (var rule : result.getTestAssertions()) {
                if (rule.getStatus() == TestAssertion.Status.FAILED)
                    broken.add(rule.getRuleId().getClause() + " " + rule.getMessage());
            }
            assertThat(result.isCompliant()).isEqualTo(broken.isEmpty());
        } catch (IOException | ModelParsingException | ValidationException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e); // AutoCloseable
        }
        return broken;
    }
}
