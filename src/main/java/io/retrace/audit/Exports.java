package io.retrace.audit;

import io.retrace.evidence.LoggedLeaf;
import io.retrace.evidence.OpenedLeaf;
import io.retrace.evidence.OpenedLeaves;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Reference;
import io.retrace.shared.Sha256;
import io.retrace.shared.TimeOrderedId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a request’s bundle: each taking is a command with one leaf, and is listed for the next auditor. */
@Service
@PreAuthorize(Roles.IS_AUDITOR)
public class Exports {

    /** How long the bundle that was taken may be fetched, and fetched again if the line broke. */
    static final Duration FETCHED_WITHIN = Duration.ofMinutes(15);

    private final AuditedRequests requests;
    private final ExportRows rows;
    private final OpenedLeaves openings;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Exports(
            AuditedRequests requests,
            ExportRows rows,
            OpenedLeaves openings,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.openings = openings;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** Photos go by pseudonyms that hold in this one bundle only; throws {@code NotFound}. */
    @Transactional
    public Export redacted(Reference request) {
        return take(request, null);
    }

    /** Photos go by their ids and hashes. Needs a step-up and a reason in writing. */
    @Transactional
    public Export unredacted(Reference request, String reason) {
        user.requireStepUp();
        return take(request, Reason.checked(reason));
    }

    /** One that the caller took a moment ago; throws {@code NotFound} for any other. */
    public Export fresh(ExportId id) {
        return rows.find(id)
                .filter(export -> export.by().equals(user.actor().id()))
                .filter(export -> clock.instant().isBefore(export.takenAt().plus(FETCHED_WITHIN)))
                .orElseThrow(() -> new NotFound("error.not-found"));
    }

    /** Everything that was taken of this request, newest first. */
    public List<Export> of(Reference request) {
        return rows.of(requests.find(request).id());
    }

    /** Leaves about this request, oldest first: that they are, and not what they say. */
    public List<LoggedLeaf> leaves(Reference reference) {
        var request = requests.find(reference);
        return openings.naming(request.subject().value(), request.named()).stream()
                .map(OpenedLeaf::leaf)
                .toList();
    }

    private Export take(Reference reference, @Nullable String reason) {
        var request = requests.find(reference);
        var now = now();
        var by = user.actor();
        var export =
                new Export(new ExportId(TimeOrderedId.at(now)), request.id(), reason == null, reason, by.id(), now);
        rows.write(export);
        events.publishEvent(new BundleExported(
                export.id(),
                request.id(),
                request.subject(),
                export.redacted(),
                reason == null ? null : Sha256.of(reason.getBytes(StandardCharsets.UTF_8)),
                by,
                now));
        return export;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
