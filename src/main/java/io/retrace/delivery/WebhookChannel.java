package io.retrace.delivery;

import io.retrace.delivery.DisabledEndpoints.Address;
import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.delivery.spi.Message;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.partners.Partner;
import io.retrace.partners.WebhookEndpoint;
import io.retrace.partners.WebhookEndpoints;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Asks by signed webhook (Standard Webhooks 1.0, CloudEvents 1.0.2); the message is thin, the company reads the items through the API. */
@Component
class WebhookChannel implements DeliveryChannel {

    private final WebhookEndpoints endpoints;
    private final EndpointHealth health;
    private final WebhookBody bodies;
    private final WebhookClient client;
    private final Clock clock;

    WebhookChannel(
            WebhookEndpoints endpoints, EndpointHealth health, WebhookBody bodies, WebhookClient client, Clock clock) {
        this.endpoints = endpoints;
        this.health = health;
        this.bodies = bodies;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public Partner.Channel kind() {
        return Partner.Channel.WEBHOOK;
    }

    @Override
    public boolean serves(Partner company) {
        return endpoint(company).isPresent();
    }

    @Override
    public Outcome send(Message message) {
        return endpoint(message.company())
                .map(endpoint -> post(endpoint, message))
                .orElse(Outcome.of(Word.GONE));
    }

    private Optional<WebhookEndpoint> endpoint(Partner company) {
        return endpoints.of(company.id()).filter(endpoint -> health.inUse(address(endpoint)));
    }

    private Address address(WebhookEndpoint endpoint) {
        return new Address(endpoint.partner(), kind(), endpoint.url());
    }

    private Outcome post(WebhookEndpoint endpoint, Message message) {
        var body = bodies.of(message);
        var now = clock.instant();
        var headers = Map.of(
                StandardWebhook.ID, message.id(),
                StandardWebhook.TIMESTAMP, Long.toString(now.getEpochSecond()),
                StandardWebhook.SIGNATURE,
                        StandardWebhook.sign(message.id(), now, body, endpoint.keys(), endpoint.secrets()),
                HttpHeaders.CONTENT_TYPE, WebhookBody.MEDIA_TYPE);
        return health.after(address(endpoint), client.post(endpoint.url(), headers, body));
    }
}
