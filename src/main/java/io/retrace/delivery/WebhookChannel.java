package io.retrace.delivery;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks by signed webhook (Standard Webhooks 1.0); the message is thin, the company reads the items through the API. */
@Component
class WebhookChannel implements DeliveryChannel {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookChannel.class);

    private final WebhookEndpoints endpoints;
    private final GoneEndpoints gone;
    private final WebhookBody bodies;
    private final WebhookClient client;
    private final Clock clock;

    WebhookChannel(
            WebhookEndpoints endpoints, GoneEndpoints gone, WebhookBody bodies, WebhookClient client, Clock clock) {
        this.endpoints = endpoints;
        this.gone = gone;
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
        return endpoints.of(company.id()).filter(endpoint -> !gone.contains(company.id(), endpoint.url()));
    }

    private Outcome post(WebhookEndpoint endpoint, Message message) {
        var body = bodies.of(message);
        var now = clock.instant();
        var headers = Map.of(
                StandardWebhook.ID, message.id(),
                StandardWebhook.TIMESTAMP, Long.toString(now.getEpochSecond()),
                StandardWebhook.SIGNATURE,
                        StandardWebhook.sign(message.id(), now, body, endpoint.signingKey(), endpoint.secret()));
        var outcome = client.post(endpoint.url(), headers, body);
        if (outcome.word() == Word.GONE) {
            LOG.warn(
                    "Company {} took its webhook address down (410); it is asked by mail from now on",
                    endpoint.partner());
            gone.add(endpoint.partner(), endpoint.url(), now);
        }
        return outcome;
    }
}
