package io.retrace.ui.open;

import io.retrace.evidence.OpenReceipts;
import io.retrace.evidence.OpenReceipts.OpenReceipt;
import io.retrace.evidence.ReceiptFile;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A receipt’s permanent page, its paper and its file. A wrong id and a wrong secret answer alike. */
@RestController
class ReceiptPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** Small drawings beside the words, by tone: status is never colour alone. */
    private static final Map<String, String> MARKS = Map.of(
            "confirmed", "M4 12.5l5 5L20 6.5",
            "nothing", "M5 12h14",
            "kept", "M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11",
            "silent", "M12 4v10M12 19v.5",
            "asked", "M4 12h15M13 6l6 6-6 6",
            "working", "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3 2",
            "waiting", "M6 12h.1M12 12h.1M18 12h.1");

    private final OpenReceipts receipts;
    private final OpenPages pages;
    private final ReceiptPaper paper;

    ReceiptPages(OpenReceipts receipts, OpenPages pages, ReceiptPaper paper) {
        this.receipts = receipts;
        this.pages = pages;
        this.paper = paper;
    }

    @GetMapping("/receipts/{id}/{secret}")
    ResponseEntity<String> page(
            @PathVariable String id,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String lang,
            Locale browser) {
        var locale = language(lang, browser);
        return receipts.find(id, secret)
                .map(found -> html(HttpStatus.OK, show(found, "/receipts/" + id + "/" + secret, locale)))
                .orElseGet(() -> unknown(locale));
    }

    @GetMapping("/receipts/{id}/{secret}/receipt.pdf")
    ResponseEntity<?> pdf(
            @PathVariable String id,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String lang,
            Locale browser) {
        var locale = language(lang, browser);
        return file(
                id,
                secret,
                locale,
                found -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(found.name() + ".pdf"))
                        .body(paper.print(found, pages.words(locale))));
    }

    @GetMapping("/receipts/{id}/{secret}/receipt.json")
    ResponseEntity<?> json(@PathVariable String id, @PathVariable String secret, Locale browser) {
        return file(
                id,
                secret,
                language(null, browser),
                found -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(found.name() + ".json"))
                        .body(found.bytes()));
    }

    private String show(OpenReceipt found, String address, Locale locale) {
        var words = pages.words(locale);
        var shown = new HashMap<String, Object>();
        shown.put("address", address);
        shown.put("marks", MARKS);
        shown.put("replaced", !found.receipt().newest());
        found.file().map(new ReceiptReader(words)::read).ifPresent(sheet -> shown.put("sheet", sheet));
        return pages.write("receipt", words, shown);
    }

    private ResponseEntity<?> file(
            String id, String secret, Locale locale, Function<ReceiptFile, ResponseEntity<byte[]>> answer) {
        Optional<ReceiptFile> file = receipts.find(id, secret).flatMap(OpenReceipt::file);
        if (file.isEmpty()) return unknown(locale);
        var answered = answer.apply(file.get());
        return ResponseEntity.status(answered.getStatusCode())
                .headers(answered.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(answered.getBody());
    }

    private ResponseEntity<String> unknown(Locale locale) {
        var words = pages.words(locale);
        return html(HttpStatus.NOT_FOUND, pages.write("unknown", words, new HashMap<>()));
    }

    static ResponseEntity<String> html(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(page);
    }

    static Locale language(@Nullable String asked, Locale browser) {
        if (asked == null) return browser;
        return asked.equals("de") ? Locale.GERMAN : Locale.ENGLISH;
    }

    private static String disposition(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
