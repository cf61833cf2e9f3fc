package io.retrace.delivery;

import io.retrace.delivery.CheckedResolver.AddressRefused;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** Posts once to an address that somebody else chose. For a webhook the status line decides and the body is never looked at. */
final class WebhookClient implements AutoCloseable {

    private static final int NOTHING = 0;

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
        return call("POST", url, headers, body, NOTHING).outcome();
    }

    /** Likewise, and keeps what is answered: all of it or, if that is more than so many bytes, none. */
    Reply call(String method, URI url, Map<String, String> headers, byte @Nullable [] body, int most) {
        var client = "https".equalsIgnoreCase(url.getScheme())
                ? https
                : "http".equalsIgnoreCase(url.getScheme()) ? loopback : null;
        if (client == null || url.getHost() == null || url.getUserInfo() != null) {
            return Reply.of(Outcome.of(Word.BLOCKED));
        }
        var request = new HttpUriRequestBase(method, url);
        headers.forEach(request::setHeader);
        if (body != null) request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return inTime(client, request, most);
    }

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    record Reply(Outcome outcome, Map<String, String> headers, byte[] body) {

        static Reply of(Outcome outcome) {
            return new Reply(outcome, Map.of(), new byte[0]);
        }

        @Nullable
        String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public void close() throws IOException {
        https.close();
        if (loopback != null) loopback.close();
    }

    /** On a thread of its own, since neither a look-up nor a dribbling answer knows a deadline. */
    private Reply inTime(CloseableHttpClient client, HttpUriRequestBase request, int most) {
        var reply = new AtomicReference<@Nullable Reply>();
        var exchange =
                new FutureTask<>(() -> exchange(client, request, most, reply), Reply.of(Outcome.of(Word.UNREACHABLE)));
        Thread.ofVirtual().name("webhook").start(exchange);
        try {
            exchange.get(limits.total().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reply.compareAndSet(null, Reply.of(Outcome.of(Word.TIMED_OUT)));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the exchange failed by a fault of ours", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: the attempt stays without an outcome and is made again", e);
        } finally {
            request.cancel();
        }
        return Objects.requireNonNull(reply.get());
    }

    private void exchange(
            CloseableHttpClient client, HttpUriRequestBase request, int most, AtomicReference<@Nullable Reply> reply) {
        try (var response = client.executeOpen(RoutingSupport.determineHost(request), request, null)) {
            if (most > NOTHING) {
                reply.compareAndSet(null, whole(response, most));
                return;
            }
            reply.compareAndSet(null, Reply.of(outcome(response)));
            hearOut(response);
        } catch (AddressRefused e) {
            reply.compareAndSet(null, Reply.of(Outcome.of(Word.BLOCKED)));
        } catch (InterruptedIOException e) { // every kind of time-out
            reply.compareAndSet(null, Reply.of(Outcome.of(Word.TIMED_OUT)));
        } catch (IOException | HttpException e) {
            reply.compareAndSet(null, Reply.of(Outcome.of(Word.UNREACHABLE)));
        }
    }

    private Reply whole(ClassicHttpResponse response, int most) throws IOException {
        var headers = new HashMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        if (response.getEntity() == null) return new Reply(outcome(response), headers, new byte[0]);
        try (var in = response.getEntity().getContent()) {
            var body = in.readNBytes(most + 1);
            if (body.length <= most) return new Reply(outcome(response), headers, body);
            response.close();
            return Reply.of(Outcome.of(Word.REFUSED, response.getCode()));
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
