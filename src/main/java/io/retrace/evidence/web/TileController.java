package io.retrace.evidence.web;

import io.retrace.evidence.EvidenceTiles;
import io.retrace.evidence.Tile;
import io.retrace.shared.DomainException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TileController {

    private static final Pattern TAKES_GZIP =
            Pattern.compile("(?i)(?:^|,)\\s*gzip\\s*(?:$|,|;\\s*q=(?:1|0\\.0{0,2}[1-9]))");

    private final EvidenceTiles tiles;

    TileController(EvidenceTiles tiles) {
        this.tiles = tiles;
    }

    /** C2SP tlog-tiles: {@code <prefix>/tile/<L>/<N>[.p/<W>]} and {@code <prefix>/tile/entries/<N>[.p/<W>]}. */
    @GetMapping("/log/tile/{*address}")
    ResponseEntity<byte[]> tile(
            @PathVariable String address,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String accepted)
            throws IOException {
        var tile = Tile.at(address).orElseThrow(() -> new DomainException.NotFound("error.not-found"));
        var bytes = tiles.read(tile);
        var answer = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        if (tile.level() != Tile.ENTRIES) return answer.body(bytes); // hashes do not become smaller
        answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!takesGzip(accepted)) return answer.body(bytes);
        return answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(zipped(bytes));
    }

    /** RFC 9110 §12.5.3: asked for by name, and not refused by {@code q=0}. */
    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null && TAKES_GZIP.matcher(accepted).find();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
