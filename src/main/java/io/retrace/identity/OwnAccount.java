package io.retrace.identity;

import io.retrace.identity.Closing.By;
import io.retrace.identity.ErasingRows.Erasing;
import io.retrace.shared.DomainException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@PreAuthorize(Roles.IS_MEMBER)
class OwnAccount implements MyAccount {

    private final ErasingOrders orders;
    private final ErasingRows rows;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnAccount(
            ErasingOrders orders, ErasingRows rows, CurrentUser user, ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.rows = rows;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Closing> closing() {
        return rows.standing(user.subject()).map(Erasing::closing);
    }

    @Override
    @Transactional
    public Closing close() {
        user.requireStepUp();
        return orders.take(user.subject(), By.MEMBER);
    }

    @Override
    @Transactional
    public void keep() {
        var subject = user.subject();
        var standing = rows.standing(subject).orElseThrow(() -> new DomainException.NotFound("error.not-found"));
        // read again under the lock: erasing may begin at this very moment, and exactly one of the two happens
        var held = rows.lock(standing.id()).orElseThrow();
        if (held.begunAt() != null) throw new DomainException.Conflict("error.erasing-begun");
        if (held.keptAt() != null) return;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.kept(held.id(), now);
        events.publishEvent(new AccountClosingWithdrawn(held.id(), subject, now));
    }
}
