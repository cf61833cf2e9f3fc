package io.retrace.delivery;

import io.retrace.delivery.Deliveries.Turn;
import io.retrace.delivery.spi.Message;
import io.retrace.delivery.spi.Outcome;
import io.retrace.partners.PartnerDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Carries one question, once: claim, send, record. Only the first and the last are transactions; nothing is held while a
 * company’s server takes its time. A crash in between leaves a claim without outcome, and the message is sent again under its
 * id: at least once, never lost.
 */
@Component
class Courier {

    private final Deliveries deliveries;
    private final PartnerDirectory partners;
    private final Bulkhead bulkhead;
    private final Channels channels;
    private final Clock clock;

    Courier(Deliveries deliveries, PartnerDirectory partners, Bulkhead bulkhead, Channels channels, Clock clock) {
        this.deliveries = deliveries;
        this.partners = partners;
        this.bulkhead = bulkhead;
        this.channels = channels;
        this.clock = clock;
    }

    /** When to come back; empty if there is nothing left to do. */
    Optional<Instant> deliver(DeliverJob job) {
        if (!bulkhead.enter(job.companyId())) return queueUp(job);
        try {
            return switch (deliveries.take(job.obligationId(), job.round(), clock.instant())) {
                case Turn.Over() -> Optional.empty();
                case Turn.Waits(var until) -> Optional.of(until);
                case Turn.Goes goes -> deliveries.record(goes.delivery(), goes.attempt(), send(goes), clock.instant());
            };
        } finally {
            bulkhead.leave(job.companyId());
        }
    }

    private Outcome send(Turn.Goes goes) {
        var delivery = goes.delivery();
        return channels.of(delivery.channel())
                .send(new Message.About(
                        delivery.messageId(),
                        partners.partner(delivery.company()),
                        delivery.writtenAt(),
                        delivery.errand(),
                        goes.question(),
                        delivery.fallback()));
    }

    private Optional<Instant> queueUp(DeliverJob job) {
        return Optional.of(deliveries.queueUp(job.obligationId(), job.round(), clock.instant()));
    }
}
