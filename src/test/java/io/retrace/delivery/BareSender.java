package io.retrace.delivery;

import io.retrace.partners.WebhookEndpoint;
import java.io.IOException;
import java.time.Instant;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** What a measurement compares us with: the same client with the same settings, signing and posting, and nothing around it. */
public final class BareSender implements AutoCloseable {

    private final CloseableHttpClient http = WebhookClientConfiguration.http(
            SystemDefaultDnsResolver.INSTANCE, WebhookLimits.USUAL, DefaultClientTlsStrategy.createDefault());

    /** Signs and posts once; throws if it is not taken. */
    public void send(WebhookEndpoint endpoint, String id, byte[] body) {
        var now = Instant.now();
        var post = new HttpPost(endpoint.url());
        post.setHeader(StandardWebhook.ID, id);
        post.setHeader(StandardWebhook.TIMESTAMP, Long.toString(now.getEpochSecond()));
        post.setHeader(
                StandardWebhook.SIGNATURE, StandardWebhook.sign(id, now, body, endpoint.keys(), endpoint.secrets()));
        post.setEntity(new ByteArrayEntity(body, ContentType.parse(WebhookBody.MEDIA_TYPE)));
        try {
            int status = http.execute(post, answer -> answer.getCode());
            if (status != 204) throw new IllegalStateException("the sink answered " + status);
        } catch (IOException e) {
            throw new IllegalStateException("the sink did not answer", e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
