package io.retrace.audit;

import io.retrace.evidence.LeafOpening;
import io.retrace.evidence.OpenedLeaves;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.identity.SubjectId;
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
    private final KnownPhotos photos;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inspections(
            OpenedLeaves openings,
            KnownPhotos photos,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.openings = openings;
        this.photos = photos;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Empty, and no look, if the opening was erased with the person; throws {@code NotFound}, and {@code StepUpRequired} for
     * what leads to a photo.
     */
    @Transactional
    public Optional<LeafOpening> open(long position) {
        var opening = openings.of(position);
        opening.ifPresent(found -> {
            if (leadsToPhoto(found)) user.requireStepUp();
            events.publishEvent(new OpeningInspected(
                    position, found.concerns(), user.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
        });
        return opening;
    }

    private boolean leadsToPhoto(LeafOpening opening) {
        var person = opening.concerns();
        return person != null
                && !photos.among(new SubjectId(person), Redaction.tokens(opening.body()))
                        .isEmpty();
    }
}
