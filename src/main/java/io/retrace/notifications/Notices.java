package io.retrace.notifications;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.access.PackagePrepared;
import io.retrace.agents.AgentRequestMatched;
import io.retrace.identity.AccountClosingOrdered;
import io.retrace.identity.AccountClosingWithdrawn;
import io.retrace.identity.SubjectId;
import io.retrace.obligations.ObligationAnswered;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.ObligationSilent;
import io.retrace.requests.RequestChanged;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestMerged;
import io.retrace.requests.RequestReceived;
import io.retrace.requests.RequestReleased;
import io.retrace.requests.RequestSettled;
import io.retrace.requests.RequestWithdrawn;
import io.retrace.shared.ForModules;
import io.retrace.shared.TimeOrderedId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what a person is written to about. Every mail is planned in the transaction of the change it tells of, so that
 * neither can be without the other.
 */
@Service
@ForModules
class Notices {

    private final Mails mails;
    private final SchedulerClient queue;

    Notices(Mails mails, SchedulerClient queue) {
        this.mails = mails;
        this.queue = queue;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestReceived event) {
        plan(event.kind().canBeTakenBack() ? Occasion.RECEIVED : Occasion.UNDERWAY, event);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestMerged event) {
        plan(Occasion.MERGED, event);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestWithdrawn event) {
        plan(Occasion.WITHDRAWN, event);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestReleased event) {
        if (event.kind().canBeTakenBack()) plan(Occasion.RELEASED, event);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestSettled event) {
        plan(Occasion.SETTLED, event);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ObligationAnswered event) {
        plan(Occasion.ANSWERED, event.subject(), event.request(), event.obligation(), event.occurredAt());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ObligationSilent event) {
        plan(Occasion.SILENT, event.subject(), event.request(), event.obligation(), event.occurredAt());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PackagePrepared event) {
        plan(Occasion.READY, event.subject(), event.request(), null, event.occurredAt());
    }

    /** After a restore nobody is told twice. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountClosingOrdered event) {
        switch (event.by()) {
            case MEMBER -> plan(Occasion.CLOSING, event.subject(), null, null, event.occurredAt());
            case PLATFORM -> plan(Occasion.CLOSING_BY_PLATFORM, event.subject(), null, null, event.occurredAt());
            case JOURNAL -> {}
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountClosingWithdrawn event) {
        plan(Occasion.KEPT, event.subject(), null, null, event.occurredAt());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AgentRequestMatched event) {
        if (event.told()) plan(Occasion.ASKED_FOR_YOU, event.subject(), null, null, event.occurredAt());
    }

    private void plan(Occasion occasion, RequestChanged event) {
        plan(occasion, event.subject(), event.request(), null, event.occurredAt());
    }

    private void plan(
            Occasion occasion,
            SubjectId subject,
            @Nullable RequestId request,
            @Nullable ObligationId obligation,
            Instant at) {
        var job = MailJob.of(TimeOrderedId.at(at), occasion, subject, request, obligation);
        mails.plan(job, at);
        queue.schedule(MailTasks.MAIL.instance(job.mail().toString()).data(job).build(), at);
    }
}
