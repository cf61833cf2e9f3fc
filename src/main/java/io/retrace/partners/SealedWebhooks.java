package io.retrace.partners;

import io.retrace.shared.SecretBox;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Opened once and kept, as the rest of the registry is and for as long: they are needed at every send. */
@Service
class SealedWebhooks implements WebhookEndpoints {

    private final RegisteredWebhooks webhooks;
    private final CachedDirectory directory;
    private final SecretBox box;
    private final Clock clock;
    private final Map<PartnerId, Opened> opened = new ConcurrentHashMap<>();

    SealedWebhooks(RegisteredWebhooks webhooks, CachedDirectory directory, SecretBox box, Clock clock) {
        this.webhooks = webhooks;
        this.directory = directory;
        this.box = box;
        this.clock = clock;
    }

    /**
     * @param version of the registry when it was read, or before
     * @param until when something of it stops signing
     */
    private record Opened(long version, Instant until, Optional<WebhookEndpoint> endpoint) {

        boolean holds(long newest, Instant now) {
            return version == newest && now.isBefore(until);
        }
    }

    @Override
    public Optional<WebhookEndpoint> of(PartnerId partner) {
        var now = clock.instant();
        // Hibernate’s session gives back what it read before, and a transaction may be changing it
        if (TransactionSynchronizationManager.isActualTransactionActive())
            return open(partner, 0, now).endpoint();
        long version = directory.version();
        var known = opened.get(partner);
        if (known != null && known.holds(version, now)) return known.endpoint();
        var read = open(partner, version, now);
        opened.put(partner, read);
        return read.endpoint();
    }

    private Opened open(PartnerId partner, long version, Instant now) {
        var webhook = webhooks.findById((short) partner.value());
        return new Opened(
                version,
                webhook.map(known -> known.signsAsNowUntil(now)).orElse(Instant.MAX),
                webhook.map(known -> known.open(box, now)));
    }
}
