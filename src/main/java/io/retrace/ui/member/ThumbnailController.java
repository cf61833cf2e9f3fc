package io.retrace.ui.member;

import io.retrace.identity.Roles;
import io.retrace.ledger.MyLedger;
import io.retrace.ledger.PhotoId;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Thumbnails of one’s own photos. Never stored by the browser: the device may not be the person’s alone. */
@Lazy // until the modules it reads have landed
@RestController
class ThumbnailController {

    private final MyLedger ledger;

    ThumbnailController(MyLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/thumbnails/{photo}")
    @PreAuthorize(Roles.IS_MEMBER)
    ResponseEntity<byte[]> thumbnail(@PathVariable UUID photo) {
        return ledger.thumbnail(new PhotoId(photo))
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Disposition", "inline")
                        .body(jpeg))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
