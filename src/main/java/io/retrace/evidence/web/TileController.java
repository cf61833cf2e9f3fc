package io.retrace.evidence.web;

import io.retrace.evidence.EvidenceTiles;
import io.retrace.evidence.Tile;
import io.retrace.shared.DomainException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TileController {

    private final EvidenceTiles tiles;

    TileController(EvidenceTiles tiles) {
        this.tiles = tiles;
    }

    /** C2SP tlog-tiles: {@code <prefix>/tile/<L>/<N>[.p/<W>]} and {@code <prefix>/tile/entries/<N>[.p/<W>]}. */
    @GetMapping("/log/tile/{*address}")
    ResponseEntity<byte[]> tile(@PathVariable String address) {
        var tile = Tile.at(address).orElseThrow(() -> new DomainException.NotFound("error.not-found"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(tiles.read(tile));
    }
}
