package io.retrace.ledger;

import io.retrace.shared.DomainException.RuleViolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Fetches a picture from the media store: no redirects, no more bytes than a preview may have. */
@Component
class MediaStoreClient {

    private final MediaStore media;
    private final Duration patience;
    private final HttpClient http;

    MediaStoreClient(MediaStore media, LedgerSettings settings) {
        this.media = media;
        this.patience = settings.mediaPatience();
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** Throws {@code RuleViolation} for what trying again would not change, {@link UncheckedIOException} for the rest. */
    byte[] fetch(String url) {
        // asked again: the store may have moved since the line was accepted
        if (!media.holds(url)) throw new RuleViolation("preview_url", "error.field-malformed");
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), Previews.LONGEST));
        try {
            var picture = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (picture.statusCode() == 200) return picture.body();
            throw new UncheckedIOException(new IOException("the media store answered " + picture.statusCode()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        } catch (TimeoutException e) {
            // the time limit is for the whole answer: a store that dribbles must not hold the queue
            answer.cancel(true);
            throw new UncheckedIOException(new IOException("no whole answer in " + patience, e));
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(String.valueOf(e.getCause()), e));
        }
    }
}
