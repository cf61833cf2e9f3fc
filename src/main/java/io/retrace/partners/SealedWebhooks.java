package io.retrace.partners;

import io.retrace.shared.SecretBox;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

@Service
class SealedWebhooks implements WebhookEndpoints {

    private final RegisteredWebhooks webhooks;
    private final SecretBox box;
    private final Clock clock;

    SealedWebhooks(RegisteredWebhooks webhooks, SecretBox box, Clock clock) {
        this.webhooks = webhooks;
        this.box = box;
        this.clock = clock;
    }

    @Override
    public Optional<WebhookEndpoint> of(PartnerId partner) {
        return webhooks.findById((short) partner.value()).map(webhook -> webhook.open(box, clock.instant()));
    }
}
