package io.retrace.access;

import io.retrace.access.PackageDownload.Device;
import io.retrace.access.PackageRows.Kept;
import io.retrace.access.PackageRows.Order;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.requests.RequestDirectory;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestReferences;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Reference;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@PreAuthorize(Roles.IS_MEMBER)
class MemberPackages implements MyPackages {

    private final PackageRows rows;
    private final PackageJobs jobs;
    private final PackageReader reader;
    private final RequestDirectory requests;
    private final RequestReferences references;
    private final CurrentUser user;
    private final PackageSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MemberPackages(
            PackageRows rows,
            PackageJobs jobs,
            PackageReader reader,
            RequestDirectory requests,
            RequestReferences references,
            CurrentUser user,
            PackageSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.reader = reader;
        this.requests = requests;
        this.references = references;
        this.user = user;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<AccessPackage> of(RequestId request) {
        return rows.of(request, user.subject());
    }

    @Override
    public Reference request(PackageId id) {
        return references.reference(kept(id).request());
    }

    @Override
    @Transactional
    public void makeAgain(RequestId request, Locale language) {
        var subject = user.subject();
        mustBeOwnCopy(request);
        if (rows.underWay(request)) return;
        var now = now();
        var id = new PackageId(TimeOrderedId.at(now));
        if (!rows.order(new Order(id, subject, request, language.getLanguage()), now)) return;
        jobs.make(id, now);
        events.publishEvent(new PackageOrdered(id, request, subject, now));
    }

    @Override
    @Transactional
    public OpenPackage download(PackageId id, Device device, @Nullable UUID earlier) {
        var kept = kept(id);
        if (earlier != null && goesOn(id, earlier)) return new OpenPackage(earlier, file(kept), reader.of(id, kept));
        user.requireStepUp();
        var now = now();
        var download = UUID.randomUUID();
        rows.downloaded(download, id, device, now);
        events.publishEvent(new PackageDownloaded(id, kept.request(), kept.subject(), now));
        return new OpenPackage(download, file(kept), reader.of(id, kept));
    }

    @Override
    public PackageFile look(PackageId id, @Nullable UUID earlier) {
        var kept = kept(id);
        if (earlier == null || !goesOn(id, earlier)) user.requireStepUp();
        return file(kept);
    }

    private Kept kept(PackageId id) {
        return rows.kept(id, user.subject(), now()).orElseThrow(() -> new NotFound("error.not-found"));
    }

    /** An interrupted download goes on for some hours: nobody can prove themselves again in the middle of a file. */
    private boolean goesOn(PackageId id, UUID earlier) {
        return rows.began(earlier, id, settings.resume(), now());
    }

    private PackageFile file(Kept kept) {
        var name = "retrace-" + references.reference(kept.request()) + ".zip";
        return new PackageFile(name, kept.file(), kept.bytes(), kept.madeAt());
    }

    /** Whose request it is shows in its packages: a request for a copy has one from the moment it goes out. */
    private void mustBeOwnCopy(RequestId request) {
        var found = requests.requests(List.of(request)).get(request);
        if (found == null
                || found.kind() != RequestKind.ACCESS
                || rows.of(request, user.subject()).isEmpty()) throw new NotFound("error.request-not-found");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
