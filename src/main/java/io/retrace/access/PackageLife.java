package io.retrace.access;

import io.retrace.access.PackageRows.Made;
import io.retrace.access.PackageRows.Order;
import io.retrace.identity.SubjectId;
import io.retrace.obligations.ObligationAnswered;
import io.retrace.requests.RequestDirectory;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestReleased;
import io.retrace.requests.RequestSettled;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.ForModules;
import io.retrace.shared.Sha256;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When packages are made and destroyed. A request for a copy gets its first one as soon as it goes out, with what we have,
 * and a newer one when every company has answered or its time is over, and with every answer after that.
 */
@Service
@ForModules
class PackageLife {

    private final PackageRows rows;
    private final PackageJobs jobs;
    private final RequestDirectory requests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PackageLife(
            PackageRows rows,
            PackageJobs jobs,
            RequestDirectory requests,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.requests = requests;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestReleased event) {
        order(event.request(), event.subject());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestSettled event) {
        order(event.request(), event.subject());
    }

    /** An answer that comes after the end; those before it are in the package that the end brings. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ObligationAnswered event) {
        if (request(event.request())
                .filter(request -> request.closedAt() != null)
                .isPresent()) {
            order(event.request(), event.subject());
        }
    }

    /** It lies there, whole and sealed; false if another worker was faster or nobody waits for it any more. */
    @Transactional
    boolean finish(Order order, Made made) {
        if (!rows.finish(order.id(), made)) return false;
        jobs.expire(order.id(), made.expiresAt());
        events.publishEvent(
                new PackagePrepared(order.id(), order.request(), order.subject(), new Sha256(made.manifest()), now()));
        return true;
    }

    /** Destroys the key. */
    @Transactional
    void expire(PackageId id) {
        var now = now();
        rows.expire(id, now)
                .ifPresent(order -> events.publishEvent(new PackageExpired(id, order.request(), order.subject(), now)));
    }

    private void order(RequestId request, SubjectId subject) {
        if (request(request).filter(found -> found.kind() == RequestKind.ACCESS).isEmpty()) return;
        var now = now();
        var id = new PackageId(TimeOrderedId.at(now));
        // one that nobody has begun yet will tell what is true when it is made
        if (rows.order(new Order(id, subject, request, null), now)) jobs.make(id, now);
    }

    private Optional<SubjectRequest> request(RequestId id) {
        return Optional.ofNullable(requests.requests(List.of(id)).get(id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
