package io.retrace.ui.partner;

import com.vaadin.flow.server.streams.DownloadResponse;
import io.retrace.obligations.FileExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** The ZIP of open work, written to the disk first: it may be large, and what breaks off must not look like the whole. */
final class WorkDownload {

    private WorkDownload() {}

    static DownloadResponse of(FileExchange exchange) {
        try {
            var file = Files.createTempFile("retrace-work", ".zip");
            try (var out = Files.newOutputStream(file)) {
                exchange.work(out);
            }
            var length = Files.size(file);
            var in = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            return new DownloadResponse(in, "retrace-work.zip", "application/zip", length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
