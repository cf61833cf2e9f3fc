package io.retrace.audit.web;

import io.retrace.evidence.LogReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs as files, for those who check them with tools of their own. */
@RestController
class LogFiles {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final LogReader log;

    LogFiles(LogReader log) {
        this.log = log;
    }

    /** The entry, byte for byte: what the proof is about. */
    @GetMapping("/audit/leaves/{position}/entry")
    ResponseEntity<byte[]> entry(@PathVariable long position) {
        var entry = log.leaf(position).entry().getBytes(StandardCharsets.UTF_8);
        return named("leaf-" + position + ".json")
                .contentType(MediaType.APPLICATION_JSON)
                .body(entry);
    }

    /** C2SP tlog-proof under the checkpoint of {@code size} leaves. */
    @GetMapping("/audit/leaves/{position}/proof")
    ResponseEntity<String> proof(@PathVariable long position, @RequestParam long size) {
        var proof = log.prove(position, size).proof();
        return named("leaf-" + position + ".tlog-proof").contentType(TEXT).body(proof);
    }

    /** That the log of {@code size} leaves begins with the log of {@code old}, as C2SP tlog-witness sends it. */
    @GetMapping("/audit/consistency/proof")
    ResponseEntity<String> consistency(@RequestParam long old, @RequestParam long size) {
        var proof = log.consistency(old, size).text();
        return named("consistency-" + old + "-" + size + ".txt")
                .contentType(TEXT)
                .body(proof);
    }

    private static ResponseEntity.BodyBuilder named(String name) {
        var attachment = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
