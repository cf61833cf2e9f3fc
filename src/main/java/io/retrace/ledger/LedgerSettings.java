package io.retrace.ledger;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code retrace.ledger.*}.
 *
 * @param feedLimit longest body of one feed, decompressed
 * @param batchLines lines that are committed together
 * @param thumbnails folder of thumbnails; all nodes must see the same one
 * @param mediaStore where {@code preview_url} may point: an address that ends in a slash; without one none is fetched
 * @param mediaPatience longest time for one picture, from the question to its last byte
 */
@ConfigurationProperties("retrace.ledger")
record LedgerSettings(
        @DefaultValue("8GB") DataSize feedLimit,
        @DefaultValue("16384") int batchLines,
        @DefaultValue(".retrace/thumbnails") Path thumbnails,
        @Nullable URI mediaStore,
        @DefaultValue("20s") Duration mediaPatience) {

    LedgerSettings {
        if (batchLines < 1 || batchLines > 65_536)
            throw new IllegalArgumentException("retrace.ledger.batch-lines: 1 to 65536");
        if (mediaStore != null
                && (mediaStore.getHost() == null || !mediaStore.getRawPath().endsWith("/"))) {
            throw new IllegalArgumentException("retrace.ledger.media-store: an absolute address that ends in a slash");
        }
    }
}
