package io.retrace.evidence.web;

import io.retrace.evidence.EvidenceLog;
import io.retrace.shared.DomainException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CheckpointController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final EvidenceLog log;

    CheckpointController(EvidenceLog log) {
        this.log = log;
    }

    /** The latest signed checkpoint (C2SP tlog-tiles: {@code <prefix>/checkpoint}); 404 until there is one. */
    @GetMapping("/log/checkpoint")
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic())
                .body(log.checkpoint().orElseThrow(() -> new DomainException.NotFound("error.not-found")));
    }
}
