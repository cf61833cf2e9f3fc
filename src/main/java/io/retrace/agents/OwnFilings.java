package io.retrace.agents;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.ledger.Selection;
import io.retrace.requests.MyRequests;
import io.retrace.requests.RequestKind;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way from a filing to a request: its person, signed in with us, says so. */
@Service
@PreAuthorize(Roles.IS_MEMBER)
class OwnFilings implements MyFilings {

    private final FilingRows rows;
    private final AgentRows agents;
    private final MyRequests requests;
    private final AgentJobs jobs;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnFilings(
            FilingRows rows,
            AgentRows agents,
            MyRequests requests,
            AgentJobs jobs,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.agents = agents;
        this.requests = requests;
        this.jobs = jobs;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Waiting> waiting() {
        return rows.waitingFor(user.subject(), now()).stream()
                .map(this::waiting)
                .toList();
    }

    @Override
    @Transactional
    public Submission confirm(FilingId id) {
        user.requireStepUp();
        var filing = own(id);
        var submission = ask(filing);
        switch (submission) {
            case Submission.Accepted accepted ->
                rows.confirmed(id, accepted.request().id(), false);
            case Submission.Merged merged ->
                rows.confirmed(id, requests.request(merged.into()).id(), true);
            case Submission.NothingToErase _ -> end(filing, FilingState.NOTHING);
        }
        jobs.tell(filing, now());
        return submission;
    }

    @Override
    @Transactional
    public void decline(FilingId id) {
        end(own(id), FilingState.DECLINED);
    }

    /** The filing’s id is the submission’s: pressed twice it makes no second request. */
    private Submission ask(Filing filing) {
        return switch (kind(filing)) {
            case ERASURE -> requests.eraseAtCompanies(filing.id().value(), new Selection.All());
            case ACCESS -> requests.copyFromCompanies(filing.id().value(), new Selection.All());
        };
    }

    private void end(Filing filing, FilingState how) {
        var now = now();
        rows.ended(filing.id(), how, now);
        events.publishEvent(new AgentRequestEnded(filing.id(), how, filing.subject(), now));
    }

    private Filing own(FilingId id) {
        var subject = user.subject();
        var filing = rows.lock(id)
                .filter(found -> subject.equals(found.subject()))
                .orElseThrow(() -> new NotFound("error.not-found"));
        if (!filing.waits(now())) throw new Conflict("error.agent.decided");
        return filing;
    }

    private Waiting waiting(Filing filing) {
        return new Waiting(
                filing.id(),
                agents.find(filing.agent()).orElseThrow().name(),
                kind(filing),
                filing.filedAt(),
                filing.lapsesAt());
    }

    private static RequestKind kind(Filing filing) {
        return filing.exercise().kind().orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
