package io.retrace.audit.web;

import io.retrace.audit.Bundles;
import io.retrace.audit.Export;
import io.retrace.audit.ExportId;
import io.retrace.audit.Exports;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Reference;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Bundles as files, written as they are read. */
@RestController
class BundleController {

    private final Exports exports;
    private final Bundles bundles;

    BundleController(Exports exports, Bundles bundles) {
        this.exports = exports;
        this.bundles = bundles;
    }

    /** Takes a redacted bundle; the taking is evidence. */
    @GetMapping("/audit/requests/{reference}/bundle")
    void redacted(@PathVariable String reference, Locale locale, HttpServletResponse answer) throws IOException {
        send(reference, exports.redacted(reference(reference)), locale, answer);
    }

    /** Fetches a bundle that the caller took a moment ago; the only way to one that is not redacted. */
    @GetMapping("/audit/requests/{reference}/bundles/{export}")
    void taken(@PathVariable String reference, @PathVariable UUID export, Locale locale, HttpServletResponse answer)
            throws IOException {
        send(reference, exports.fresh(new ExportId(export)), locale, answer);
    }

    private void send(String reference, Export export, Locale locale, HttpServletResponse answer) throws IOException {
        var name = reference + (export.redacted() ? "" : "-unredacted") + ".zip";
        answer.setContentType("application/zip");
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        bundles.write(export, locale, answer.getOutputStream());
    }

    private static Reference reference(String text) {
        try {
            return new Reference(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("error.request-not-found");
        }
    }
}
