package io.retrace.delivery;

import io.retrace.delivery.Deliveries.Turn;
import io.retrace.delivery.Delivery.Ending;
import io.retrace.delivery.spi.Message;
import io.retrace.obligations.Asking;
import io.retrace.obligations.Errand;
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
    private final Asking asking;
    private final PartnerDirectory partners;
    private final Bulkhead bulkhead;
    private final Channels channels;
    private final Clock clock;

    Courier(
            Deliveries deliveries,
            Asking asking,
            PartnerDirectory partners,
            Bulkhead bulkhead,
            Channels channels,
            Clock clock) {
        this.deliveries = deliveries;
        this.asking = asking;
        this.partners = partners;
        this.bulkhead = bulkhead;
        this.channels = channels;
        this.clock = clock;
    }

    /** When to come back; empty if there is nothing left to do. */
    Optional<Instant> deliver(DeliverJob job) {
        if (!bulkhead.enter(job.companyId())) return queueUp(job);
        try {
            var delivery = deliveries.find(job.obligationId(), job.round());
            if (!delivery.open()) return Optional.empty(); // a crash kept the execution from being removed
            var question = asking.question(job.obligationId());
            if (moot(delivery, question)) return end(delivery, Ending.MOOT);
            if (delivery.overtaken()) return end(delivery, Ending.SUPERSEDED);
            return send(delivery, question);
        } finally {
            bulkhead.leave(job.companyId());
        }
    }

    private Optional<Instant> send(Delivery delivery, Asking.Question question) {
        var message = new Message.About(
                delivery.messageId(),
                partners.partner(question.company()),
                delivery.writtenAt(),
                delivery.errand(),
                question,
                delivery.fallback());
        var channel = channels.of(delivery.channel());
        return switch (deliveries.claim(delivery, clock.instant())) {
            case Turn.Waits(var until) -> Optional.of(until);
            case Turn.Goes(var attempt) -> {
                var outcome = channel.send(message);
                yield deliveries.record(delivery, attempt, outcome, clock.instant());
            }
        };
    }

    /** What is closed is not asked; that it is closed is told to those who had been asked, and to nobody else (T2). */
    private static boolean moot(Delivery delivery, Asking.Question question) {
        return delivery.errand() == Errand.CANCELLED ? question.timesAsked() == 0 : !question.stillOpen();
    }

    private Optional<Instant> end(Delivery delivery, Ending ending) {
        deliveries.end(delivery, ending, clock.instant());
        return Optional.empty();
    }

    private Optional<Instant> queueUp(DeliverJob job) {
        return Optional.of(deliveries.queueUp(job.obligationId(), job.round(), clock.instant()));
    }
}
