package io.retrace.ui.open;

import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.verify.Flaw;
import io.retrace.evidence.verify.ReceiptRefused;
import io.retrace.evidence.verify.ReceiptVerifier;
import io.retrace.evidence.verify.Verdict;
import io.retrace.shared.words.Phrasebook;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** Where anybody may bring a receipt file and is told, in plain words, whether it is exactly what we issued. */
@RestController
class ReceiptCheckPage {

    private final EvidenceLog log;
    private final OpenPages pages;

    ReceiptCheckPage(EvidenceLog log, OpenPages pages) {
        this.log = log;
        this.pages = pages;
    }

    @GetMapping("/receipts/check")
    ResponseEntity<String> ask(@RequestParam(required = false) @Nullable String lang, Locale browser) {
        var words = pages.words(ReceiptPages.language(lang, browser));
        return page(HttpStatus.OK, words, null, List.of(), null);
    }

    @PostMapping(path = "/receipts/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<String> check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String lang,
            Locale browser)
            throws IOException {
        var words = pages.words(ReceiptPages.language(lang, browser));
        if (file == null || file.isEmpty()) return refused(words, words.say("receipt.check.none"));
        try {
            var verdict = ReceiptVerifier.verify(file.getBytes(), log.verifierKey());
            return page(HttpStatus.OK, words, words.say("receipt.check.genuine"), found(words, verdict), null);
        } catch (ReceiptRefused e) {
            return refused(
                    words,
                    e.flaw() == Flaw.OTHER_LOG
                            ? words.say("receipt.check.other-log")
                            : words.say(
                                    "verify.flaw." + e.flaw().key(),
                                    e.arguments().toArray()));
        }
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> tooLarge(Locale browser) {
        var words = pages.words(browser);
        return page(HttpStatus.CONTENT_TOO_LARGE, words, null, List.of(), words.say("receipt.check.too-large"));
    }

    private static List<String> found(Phrasebook words, Verdict verdict) {
        var receipt = verdict.receipt();
        return List.of(
                words.say(
                        "verify.entry",
                        receipt.index(),
                        receipt.checkpoint().size(),
                        receipt.checkpoint().origin()),
                words.say("verify.recorded", words.time(Instant.parse(receipt.time()))),
                words.say("verify.answers", verdict.answers().size(), verdict.companies()));
    }

    private ResponseEntity<String> refused(Phrasebook words, String why) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, words, null, List.of(), why);
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            Phrasebook words,
            @Nullable String genuine,
            List<String> lines,
            @Nullable String refused) {
        var shown = new HashMap<String, Object>();
        if (genuine != null) shown.put("genuine", genuine);
        shown.put("lines", lines);
        if (refused != null) shown.put("refused", refused);
        return ReceiptPages.html(status, pages.write("check", words, shown));
    }
}
