package io.retrace.evidence.web;

import io.retrace.evidence.verify.OfflineVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page that checks receipts: to be used here, or to be kept and used without us. */
@RestController
class VerifierController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    @GetMapping("/verify")
    ResponseEntity<byte[]> use() {
        return page().body(OfflineVerifier.page());
    }

    @GetMapping("/verify/" + OfflineVerifier.FILE_NAME)
    ResponseEntity<byte[]> keep() {
        return page().header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(OfflineVerifier.FILE_NAME)
                                .build()
                                .toString())
                .body(OfflineVerifier.page());
    }

    private static ResponseEntity.BodyBuilder page() {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .header("Content-Security-Policy", OfflineVerifier.policy() + "; frame-ancestors 'none'");
    }
}
