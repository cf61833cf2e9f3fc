package io.retrace.requests;

import io.retrace.identity.Actor;
import io.retrace.identity.SubjectId;
import io.retrace.shared.ForModules;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a request back for the agent who filed it on its person’s behalf. */
@Service
@ForModules
public class AgentWithdrawal {

    private final Requests requests;
    private final Fulfilment fulfilment;
    private final SubjectLock lock;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgentWithdrawal(
            Requests requests, Fulfilment fulfilment, SubjectLock lock, ApplicationEventPublisher events, Clock clock) {
        this.requests = requests;
        this.fulfilment = fulfilment;
        this.lock = lock;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Nothing if it was taken back already; throws {@code Conflict} once the undo window is over. Joins the caller’s
     * transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(RequestId id, SubjectId subject, String agent) {
        lock.hold(subject);
        var request = requests.lock(id.value())
                .filter(found -> found.subject().equals(subject))
                .orElseThrow();
        if (request.status() == RequestStatus.WITHDRAWN) return;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // after the locks: they decide
        request.withdraw(new Actor(Actor.Kind.AGENT, agent), now);
        fulfilment.cancel(id);
        events.publishEvent(new RequestWithdrawn(id, subject, now));
    }
}
