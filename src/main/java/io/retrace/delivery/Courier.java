package io.retrace.delivery;

import io.retrace.delivery.Delivery.Ending;
import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.delivery.spi.Message;
import io.retrace.obligations.Asking;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Carries one question, once: claim, send, record. Only the first and the last are transactions; nothing is held while a
 * company’s server takes its time. A crash in between leaves a claim without outcome, and the message is sent again under its
 * id: at least once, never lost.
 */
@Component
class Courier {

    private final Deliveries deliveries;
    private final Asking asking;
    private final PartnerDirectory partners;
    private final Bulkhead bulkhead;
    private final Map<Partner.Channel, DeliveryChannel> channels;
    private final Clock clock;

    Courier(
            Deliveries deliveries,
            Asking asking,
            PartnerDirectory partners,
            Bulkhead bulkhead,
            List<DeliveryChannel> channels,
            Clock clock) {
        this.deliveries = deliveries;
        this.asking = asking;
        this.partners = partners;
        this.bulkhead = bulkhead;
        this.channels = channels.stream().collect(Collectors.toMap(DeliveryChannel::kind, Function.identity()));
        this.clock = clock;
    }

    /** When to come back; empty if there is nothing left to do. */
    Optional<Instant> deliver(DeliverJob job) {
        if (!bulkhead.enter(job.companyId())) return Optional.of(shortly());
        try {
            var delivery = deliveries.find(job.obligationId(), job.round());
            if (!delivery.open()) return Optional.empty(); // a crash kept the execution from being removed
            var question = asking.question(job.obligationId());
            if (!question.stillOpen()) return end(delivery, Ending.MOOT);
            if (delivery.overtaken()) return end(delivery, Ending.SUPERSEDED);
            return send(delivery, question);
        } finally {
            bulkhead.leave(job.companyId());
        }
    }

    private Optional<Instant> send(Delivery delivery, Asking.Question question) {
        var channel = channels.get(delivery.channel());
        if (channel == null) throw new IllegalStateException("no channel " + delivery.channel());
        var message = new Message(
                delivery.messageId(),
                partners.partner(question.company()),
                question.obligation(),
                question.reference(),
                question.copy(),
                question.items(),
                question.due(),
                delivery.writtenAt(),
                delivery.fallback());
        var attempt = deliveries.claim(delivery, clock.instant());
        var outcome = channel.send(message);
        return deliveries.record(delivery, attempt, outcome, clock.instant());
    }

    private Optional<Instant> end(Delivery delivery, Ending ending) {
        deliveries.end(delivery, ending, clock.instant());
        return Optional.empty();
    }

    private Instant shortly() {
        return clock.instant()
                .plus(Duration.ofMillis(1000 + ThreadLocalRandom.current().nextInt(1000)));
    }
}
