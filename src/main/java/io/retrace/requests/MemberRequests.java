package io.retrace.requests;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.identity.SubjectId;
import io.retrace.ledger.Selection;
import io.retrace.requests.Submissions.Outcome;
import io.retrace.shared.DomainException;
import io.retrace.shared.Reference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@PreAuthorize(Roles.IS_MEMBER)
class MemberRequests implements MyRequests {

    private final Requests requests;
    private final Submissions submissions;
    private final Submitting submitting;
    private final Fulfilment fulfilment;
    private final SubjectLock lock;
    private final Drafts drafts;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration undo;

    MemberRequests(
            Requests requests,
            Submissions submissions,
            Submitting submitting,
            Fulfilment fulfilment,
            SubjectLock lock,
            Drafts drafts,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${retrace.requests.undo:24h}") Duration undo) {
        this.requests = requests;
        this.submissions = submissions;
        this.submitting = submitting;
        this.fulfilment = fulfilment;
        this.lock = lock;
        this.drafts = drafts;
        this.user = user;
        this.events = events;
        this.clock = clock;
        this.undo = undo;
    }

    @Override
    @Transactional
    public Submission eraseAtCompanies(UUID submission, Selection selection) {
        return ask(RequestKind.ERASURE, submission, selection);
    }

    @Override
    @Transactional
    public Submission copyFromCompanies(UUID submission, Selection selection) {
        return ask(RequestKind.ACCESS, submission, selection);
    }

    private Submission ask(RequestKind kind, UUID submission, Selection selection) {
        user.requireStepUp();
        var subject = user.subject();
        lock.hold(subject);
        return submissions
                .find(subject, submission)
                .map(this::sameAsBefore)
                .orElseGet(() -> submit(kind, subject, submission, selection));
    }

    @Override
    @Transactional
    public void withdraw(RequestId id) {
        var subject = user.subject();
        lock.hold(subject); // else a second submission could merge into what is being taken back
        var request = requests.lock(id.value())
                .filter(found -> found.subject().equals(subject))
                .orElseThrow(MemberRequests::notFound);
        var now = now(); // after the locks: they decide, not the moment of the click
        request.withdraw(user.actor(), now);
        fulfilment.cancel(id);
        events.publishEvent(new RequestWithdrawn(id, subject, now));
    }

    @Override
    @Transactional
    public List<SubjectRequest> all() {
        return requests
                .findBySubjectIdOrderByReceivedAtDescIdDesc(user.subject().value())
                .stream()
                .map(Request::view)
                .toList();
    }

    @Override
    @Transactional
    public SubjectRequest request(Reference reference) {
        return requests.findByReferenceAndSubjectId(
                        reference.value(), user.subject().value())
                .map(Request::view)
                .orElseThrow(MemberRequests::notFound);
    }

    @Override
    @Transactional
    public List<TimelineEntry> timeline(RequestId id) {
        var own = requests.findByIdAndSubjectId(id.value(), user.subject().value());
        if (own.isEmpty()) throw notFound();
        return requests.transitionsOf(id.value()).stream()
                .map(Transition::entry)
                .toList();
    }

    private Submission submit(RequestKind kind, SubjectId subject, UUID submission, Selection selection) {
        var outcome = submitting.submit(kind, subject, submission, selection, user.actor(), undo);
        if (!(outcome instanceof Submission.NothingToErase)) drafts.forget("ask");
        return outcome;
    }

    private Submission sameAsBefore(Outcome outcome) {
        var request = requests.findById(outcome.request().value()).orElseThrow();
        return outcome.merged()
                ? new Submission.Merged(request.publicReference())
                : new Submission.Accepted(request.view(), submitting.references(outcome.alreadyAsked()));
    }

    private static DomainException.NotFound notFound() {
        return new DomainException.NotFound("error.request-not-found");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
