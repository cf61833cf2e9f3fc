package io.retrace.delivery;

import io.retrace.delivery.DisabledEndpoints.Reason;
import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.delivery.spi.Message;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import io.retrace.partners.WebhookEndpoint;
import io.retrace.partners.WebhookEndpoints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks by signed webhook (Standard Webhooks 1.0); the message is thin, the company reads the items through the API. */
@Component
class WebhookChannel implements DeliveryChannel {

    /** An address that has failed for so long is left alone (Standard Webhooks 1.0, “disabling failing endpoints”). */
    private static final Duration PATIENCE = Duration.ofDays(5);

    private static final Logger LOG = LoggerFactory.getLogger(WebhookChannel.class);

    private final WebhookEndpoints endpoints;
    private final DisabledEndpoints disabled;
    private final Paces paces;
    private final WebhookBody bodies;
    private final WebhookClient client;
    private final Clock clock;

    WebhookChannel(
            WebhookEndpoints endpoints,
            DisabledEndpoints disabled,
            Paces paces,
            WebhookBody bodies,
            WebhookClient client,
            Clock clock) {
        this.endpoints = endpoints;
        this.disabled = disabled;
        this.paces = paces;
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
        return endpoints.of(company.id()).filter(endpoint -> !disabled.contains(company.id(), endpoint.url()));
    }

    private boolean failsSince(PartnerId company, Instant then) {
        return paces.failingSince(company, kind()).filter(then::isAfter).isPresent();
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
            disabled.add(endpoint.partner(), endpoint.url(), Reason.GONE, now);
        } else if (outcome.word() != Word.REACHED && failsSince(endpoint.partner(), now.minus(PATIENCE))) {
            LOG.warn("Company {}’s webhook address has failed for five days; it is left alone", endpoint.partner());
            disabled.add(endpoint.partner(), endpoint.url(), Reason.FAILING, now);
        }
        return outcome;
    }
}
