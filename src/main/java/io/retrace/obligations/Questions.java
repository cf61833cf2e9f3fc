package io.retrace.obligations;

import io.retrace.identity.Actor;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks a company once more: one change, one event, and one message that delivery will send. */
@Component
class Questions {

    private final Entries entries;
    private final ApplicationEventPublisher events;

    Questions(Entries entries, ApplicationEventPublisher events) {
        this.entries = entries;
        this.events = events;
    }

    /** The obligation has counted its new round already. */
    void askAgain(Obligation obligation, Actor.Kind by, Instant now) {
        var support = by == Actor.Kind.SUPPORT;
        var id = obligation.obligationId();
        entries.write(obligation, now, by, support ? "reminded-by-support" : "reminded", null);
        events.publishEvent(new ObligationReminded(
                id, obligation.request(), obligation.subject(), obligation.round(), support, now));
        events.publishEvent(new ObligationDue(id, obligation.company(), Errand.REMIND, obligation.round(), now));
    }
}
