package io.retrace.delivery;

import io.retrace.delivery.WebhookClient.Reply;
import io.retrace.delivery.opendsr.SignedBody;
import io.retrace.delivery.opendsr.SignedBody.Verdict;
import io.retrace.delivery.spi.Outcome;
import io.retrace.partners.OpenDsrTarget;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls a company’s OpenDSR server once, by the rules for webhooks, and checks whose answer it is before it is read. */
final class OpenDsrClient implements AutoCloseable {

    /** An answer may repeat our whole request in Base64. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final WebhookClient http;
    private final Clock clock;

    OpenDsrClient(WebhookClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** An answer, and whether it is the company’s word. */
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    record Heard(Outcome outcome, Verdict verdict, byte[] body) {}

    Heard call(String method, OpenDsrTarget target, String path, Map<String, String> ids, byte @Nullable [] body) {
        var headers = new HashMap<>(ids);
        headers.put("Accept", "application/json");
        var authorization = target.authorization();
        if (authorization != null) headers.put("Authorization", authorization);
        var reply = http.call(method, address(target, path), headers, body, MOST_BYTES);
        return new Heard(reply.outcome(), signed(reply).check(target.certificate(), clock.instant()), reply.body());
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private static SignedBody signed(Reply reply) {
        return new SignedBody(
                either(reply.header(SignedBody.DOMAIN), reply.header(SignedBody.OLD_DOMAIN)),
                either(reply.header(SignedBody.SIGNATURE), reply.header(SignedBody.OLD_SIGNATURE)),
                reply.body());
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }

    private static URI address(OpenDsrTarget target, String path) {
        var base = target.url().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
