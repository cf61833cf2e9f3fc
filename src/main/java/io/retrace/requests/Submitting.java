package io.retrace.requests;

import io.retrace.identity.Actor;
import io.retrace.identity.SubjectId;
import io.retrace.ledger.Selection;
import io.retrace.requests.Submissions.Outcome;
import io.retrace.shared.Reference;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a submission becomes, in the transaction of a caller that holds the person’s lock. */
@Component
class Submitting {

    private final Requests requests;
    private final Submissions submissions;
    private final Fulfilment fulfilment;
    private final StatutoryDeadlines deadlines;
    private final RequestJobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Submitting(
            Requests requests,
            Submissions submissions,
            Fulfilment fulfilment,
            StatutoryDeadlines deadlines,
            RequestJobs jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.submissions = submissions;
        this.fulfilment = fulfilment;
        this.deadlines = deadlines;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    Submission submit(
            RequestKind kind, SubjectId subject, UUID submission, Selection selection, Actor actor, Duration undo) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var undoUntil = now.plus(kind.canBeTakenBack() ? undo : Duration.ZERO);
        var id = new RequestId(TimeOrderedId.at(now));
        var deadline = deadlines.forReceiptAt(now);
        var plan = fulfilment.plan(id, kind, subject, selection, deadline, undoUntil);
        if (plan.companies() == 0 && plan.alreadyAsked().isEmpty()) return new Submission.NothingToErase();
        if (plan.companies() == 0)
            return merge(subject, submission, plan.alreadyAsked().getFirst(), actor, now);
        var request = requests.saveAndFlush(
                new Request(id, kind, subject, scope(selection), plan, deadline, now, undoUntil, actor));
        submissions.record(subject, submission, new Outcome(id, false, plan.alreadyAsked()), now);
        jobs.release(id, undoUntil);
        jobs.legalDeadline(id, deadlines.endOf(deadline.due()));
        events.publishEvent(new RequestReceived(id, kind, subject, plan.companies(), plan.photos(), now));
        return new Submission.Accepted(request.view(), references(plan.alreadyAsked()));
    }

    private Submission merge(SubjectId subject, UUID submission, RequestId first, Actor actor, Instant now) {
        var request = requests.lock(first.value()).orElseThrow();
        request.askedAgain(actor, now);
        submissions.record(subject, submission, new Outcome(first, true, List.of()), now);
        events.publishEvent(new RequestMerged(first, subject, now));
        return new Submission.Merged(request.publicReference());
    }

    List<Reference> references(List<RequestId> ids) {
        return requests.findByIdInOrderById(ids.stream().map(RequestId::value).toList()).stream()
                .map(Request::publicReference)
                .toList();
    }

    private static String scope(Selection selection) {
        return switch (selection) {
            case Selection.All all -> "all";
            case Selection.Photos photos -> "photos";
            case Selection.Companies companies -> "companies";
        };
    }
}
