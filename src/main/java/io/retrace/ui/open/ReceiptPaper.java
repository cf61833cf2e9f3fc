package io.retrace.ui.open;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.retrace.access.ReceiptPrinter;
import io.retrace.evidence.ReceiptFile;
import io.retrace.shared.words.Phrasebook;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.springframework.stereotype.Component;

/**
 * A receipt on paper: tagged (PDF/UA-1), made to last (PDF/A-3a), every font embedded, nothing loaded from anywhere, and the receipt file itself
 * inside, so that who has the paper has the proof.
 */
@Component
class ReceiptPaper implements ReceiptPrinter {

    private final OpenPages pages;

    ReceiptPaper(OpenPages pages) {
        this.pages = pages;
        XRLog.setLoggingEnabled(false); // it logs every step of the layout
    }

    @Override
    public byte[] print(ReceiptFile file, Phrasebook words) {
        var html = pages.write("paper", words, Map.of("sheet", new ReceiptReader(words).read(file), "file", file));
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(
                PdfAConformance.PDFA_3_A); // ISO 19005-3: looks the same when its software is forgotten
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Retrace");
        builder.useUriResolver((base, uri) -> null);
        font(builder, "LiberationSans-Regular", "Liberation Sans", 400);
        font(builder, "LiberationSans-Bold", "Liberation Sans", 700);
        font(builder, "LiberationSerif-Regular", "Liberation Serif", 400);
        builder.withHtmlContent(html, null);
        try (var renderer = builder.buildPdfRenderer()) {
            return print(renderer, file);
        } catch (IOException e) {
            throw new UncheckedIOException("a receipt could not be printed", e);
        }
    }

    private static byte[] print(PdfBoxRenderer renderer, ReceiptFile file) throws IOException {
        renderer.layout();
        renderer.createPDFWithoutClosing();
        try (var document = renderer.getPdfDocument()) {
            attach(document, file);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** As PDF/A-3 has it: an associated file that is the source of what the pages say. */
    private static void attach(PDDocument document, ReceiptFile file) throws IOException {
        var embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(file.bytes()), COSName.FLATE_DECODE);
        embedded.setSubtype("application/json");
        embedded.setSize(file.bytes().length);
        embedded.setModDate(issued(file));
        var name = file.name() + ".json";
        var specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setFileDescription("retrace-receipt/v1");
        specification.setEmbeddedFile(embedded);
        specification.setEmbeddedFileUnicode(embedded);
        specification.getCOSObject().setName("AFRelationship", "Source");
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(name, specification));
        var catalog = document.getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        var associated = new COSArray();
        associated.add(specification);
        catalog.getCOSObject().setItem("AF", associated);
    }

    private static Calendar issued(ReceiptFile file) {
        var at = java.time.Instant.parse(
                file.statement().at("/receipt/issued_at").asString());
        var calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String font) {
        var path = "/liberation/" + font + ".ttf";
        return Objects.requireNonNull(ReceiptPaper.class.getResourceAsStream(path), path);
    }
}
