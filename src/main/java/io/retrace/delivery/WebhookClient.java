package io.retrace.delivery;

import io.retrace.delivery.CheckedResolver.AddressRefused;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** Posts once to an address that somebody else chose. The status line decides; a body is never looked at. */
final class WebhookClient implements AutoCloseable {

    private final CloseableHttpClient https;
    private final @Nullable CloseableHttpClient loopback;
    private final WebhookLimits limits;
    private final RetryAfter retryAfter;

    /**
     * @param https for the public Internet
     * @param loopback for {@code http} to this machine, or {@code null} where that is not allowed
     */
    WebhookClient(
            CloseableHttpClient https,
            @Nullable CloseableHttpClient loopback,
            WebhookLimits limits,
            RetryAfter retryAfter) {
        this.https = https;
        this.loopback = loopback;
        this.limits = limits;
        this.retryAfter = retryAfter;
    }

    Outcome post(URI url, Map<String, String> headers, byte[] body) {
        var client = "https".equalsIgnoreCase(url.getScheme())
                ? https
                : "http".equalsIgnoreCase(url.getScheme()) ? loopback : null;
        if (client == null || url.getHost() == null || url.getUserInfo() != null) return Outcome.of(Word.BLOCKED);
        var request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return inTime(client, request);
    }

    @Override
    public void close() throws IOException {
        https.close();
        if (loopback != null) loopback.close();
    }

    /** On a thread of its own, since neither a look-up nor a dribbling answer knows a deadline. */
    private Outcome inTime(CloseableHttpClient client, HttpPost request) {
        var status = new AtomicReference<@Nullable Outcome>();
        var exchange = new FutureTask<>(() -> exchange(client, request, status), Outcome.of(Word.UNREACHABLE));
        Thread.ofVirtual().name("webhook").start(exchange);
        try {
            exchange.get(limits.total().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            status.compareAndSet(null, Outcome.of(Word.TIMED_OUT));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the exchange failed by a fault of ours", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: the attempt stays without an outcome and is made again", e);
        } finally {
            request.cancel();
        }
        return Objects.requireNonNull(status.get());
    }

    private void exchange(CloseableHttpClient client, HttpPost request, AtomicReference<@Nullable Outcome> status) {
        try (var response = client.executeOpen(RoutingSupport.determineHost(request), request, null)) {
            status.compareAndSet(null, outcome(response));
            hearOut(response);
        } catch (AddressRefused e) {
            status.compareAndSet(null, Outcome.of(Word.BLOCKED));
        } catch (InterruptedIOException e) { // every kind of time-out
            status.compareAndSet(null, Outcome.of(Word.TIMED_OUT));
        } catch (IOException | HttpException e) {
            status.compareAndSet(null, Outcome.of(Word.UNREACHABLE));
        }
    }

    private Outcome outcome(ClassicHttpResponse response) {
        int code = response.getCode();
        var word = switch (code / 100) {
            case 2 -> Word.REACHED;
            case 3 -> Word.REDIRECTED;
            default -> code == 410 ? Word.GONE : code == 429 ? Word.BUSY : Word.REFUSED;
        };
        var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return new Outcome(word, code, header == null ? null : retryAfter.parse(header.getValue()));
    }

    /** Lets a well-behaved server finish its sentence; closing the response hangs up on any other. */
    private void hearOut(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) return;
        try (var body = response.getEntity().getContent()) {
            body.readNBytes(limits.bytes());
            response.close();
        }
    }
}
