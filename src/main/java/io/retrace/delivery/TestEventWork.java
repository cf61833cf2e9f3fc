package io.retrace.delivery;

import io.retrace.delivery.spi.Message.TestEvent;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sends one test event, once, through the channel that questions take, with its guards: what comes of it is what the company
 * wants to know, so that a failure is not tried again. After a crash it goes out again under its id.
 */
@Component
class TestEventWork {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final TestEventRows rows;
    private final PartnerDirectory partners;
    private final Bulkhead bulkhead;
    private final Channels channels;
    private final Clock clock;

    TestEventWork(TestEventRows rows, PartnerDirectory partners, Bulkhead bulkhead, Channels channels, Clock clock) {
        this.rows = rows;
        this.partners = partners;
        this.bulkhead = bulkhead;
        this.channels = channels;
        this.clock = clock;
    }

    /** When to come back; empty if there is nothing left to do. */
    Optional<Instant> send(TestEventJob job) {
        var company = new PartnerId(job.company());
        if (!bulkhead.enter(company)) return Optional.of(clock.instant().plus(SOON));
        try {
            rows.open(job.messageId()).ifPresent(orderedAt -> {
                var event = new TestEvent(job.messageId(), partners.partner(company), orderedAt);
                var outcome = channels.of(Partner.Channel.WEBHOOK).send(event);
                rows.complete(job.messageId(), outcome, clock.instant());
            });
            return Optional.empty();
        } finally {
            bulkhead.leave(company);
        }
    }
}
