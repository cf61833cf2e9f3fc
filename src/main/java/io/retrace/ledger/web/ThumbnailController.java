package io.retrace.ledger.web;

import io.retrace.ledger.MyLedger;
import io.retrace.ledger.PhotoId;
import io.retrace.shared.DomainException.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A member’s own thumbnails, for their own pages: a session, not a token, and no part of the public API. */
@Controller
class ThumbnailController {

    private final MyLedger ledger;

    ThumbnailController(MyLedger ledger) {
        this.ledger = ledger;
    }

    /** 404 for what is not theirs, what does not exist, what has no thumbnail, and what is no id: one and the same. */
    @GetMapping("/thumbnails/{id}")
    ResponseEntity<byte[]> thumbnail(@PathVariable String id) {
        return photo(id)
                .flatMap(this::picture)
                .map(ThumbnailController::found)
                .orElseGet(ThumbnailController::notFound);
    }

    private static Optional<PhotoId> photo(String id) {
        try {
            return Optional.of(new PhotoId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> picture(PhotoId photo) {
        try {
            return ledger.thumbnail(photo);
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<byte[]> found(byte[] jpeg) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore()) // the device may not be the person’s alone
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(jpeg);
    }

    private static ResponseEntity<byte[]> notFound() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }
}
