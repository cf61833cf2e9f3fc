package io.retrace.audit;

import io.retrace.evidence.LeafOpening;
import io.retrace.evidence.OpenedLeaves;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading what a leaf says. Whoever looks is written down: each look is a leaf of its own. */
@Service
@PreAuthorize(Roles.IS_AUDITOR)
public class Inspections {

    private final OpenedLeaves openings;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inspections(OpenedLeaves openings, CurrentUser user, ApplicationEventPublisher events, Clock clock) {
        this.openings = openings;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** Empty, and no look, if the opening was erased with the person; throws {@code NotFound}. */
    @Transactional
    public Optional<LeafOpening> open(long position) {
        var opening = openings.of(position);
        opening.ifPresent(found -> events.publishEvent(new OpeningInspected(
                position, found.concerns(), user.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS))));
        return opening;
    }
}
