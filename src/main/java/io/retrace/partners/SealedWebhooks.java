package io.retrace.partners;

import io.retrace.shared.SecretBox;
import java.util.Optional;
import org.springframework.stereotype.Service;

@Service
class SealedWebhooks implements WebhookEndpoints {

    private final RegisteredWebhooks webhooks;
    private final SecretBox box;

    SealedWebhooks(RegisteredWebhooks webhooks, SecretBox box) {
        this.webhooks = webhooks;
        this.box = box;
    }

    @Override
    public Optional<WebhookEndpoint> of(PartnerId partner) {
        return webhooks.findById((short) partner.value()).map(webhook -> webhook.open(box));
    }
}
