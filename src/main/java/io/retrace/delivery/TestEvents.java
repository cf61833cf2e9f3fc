package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages that ask nothing, sent to see whether a company’s webhook works: by the company itself, or by support. */
@Service
public class TestEvents {

    /** One in this time, so that a server which is being repaired is not knocked at by a held key. */
    static final Duration GAP = Duration.ofMinutes(1);

    static final int A_DAY = 20;

    private static final int SHOWN = 5;

    private final TestEventRows rows;
    private final PartnerDirectory partners;
    private final SchedulerClient queue;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TestEvents(
            TestEventRows rows,
            PartnerDirectory partners,
            SchedulerClient queue,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.partners = partners;
        this.queue = queue;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** To the caller’s own company. Throws {@code Conflict} if it has no webhook, or has had enough of them for now. */
    @Transactional
    @PreAuthorize(Roles.IS_PARTNER)
    public void order() {
        send(own());
    }

    /** To this company, for support. Throws {@code Conflict} likewise. */
    @Transactional
    @PreAuthorize(Roles.IS_SUPPORT)
    public void order(PartnerId company) {
        send(partners.partner(company));
    }

    /** Whether the caller’s company takes webhooks. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.IS_PARTNER)
    public boolean possible() {
        return own().channel() == Partner.Channel.WEBHOOK;
    }

    /** The caller’s own company’s last five, the newest first. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.IS_PARTNER)
    public List<TestSend> newest() {
        return rows.newest(own().id(), SHOWN);
    }

    /** This company’s last five, for support. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.IS_SUPPORT)
    public List<TestSend> newest(PartnerId company) {
        return rows.newest(company, SHOWN);
    }

    private void send(Partner company) {
        if (company.channel() != Partner.Channel.WEBHOOK) throw new Conflict("error.no-webhook");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.lock(company.id());
        if (rows.since(company.id(), now.minus(GAP)) > 0
                || rows.since(company.id(), now.minus(Duration.ofDays(1))) >= A_DAY)
            throw new Conflict("error.test-event-too-soon");
        var id = Deliveries.messageId();
        rows.insert(id, company.id(), now);
        queue.schedule(
                DeliveryTasks.TEST
                        .instance(id)
                        .data(new TestEventJob(id, company.id().value()))
                        .build(),
                now);
        events.publishEvent(new TestEventOrdered(company.id(), user.actor(), now));
    }

    private Partner own() {
        return partners.bySlug(user.company()).orElseThrow(() -> new NotFound("error.not-found"));
    }
}
