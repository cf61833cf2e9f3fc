package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.obligations.Asking;
import io.retrace.obligations.Asking.Question;
import io.retrace.obligations.ObligationSilent;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.ForModules;
import io.retrace.shared.mail.Letter;
import io.retrace.shared.mail.Postbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last step of asking a company: a week after its time ended without an answer, whoever looks after the contract with it is
 * told. The company goes on being asked every week, and a human stays on it.
 */
@Service
@ForModules
class OwnerLetters {

    static final Duration AFTER = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(OwnerLetters.class);
    private static final Duration LATER = Duration.ofMinutes(15);

    private final SchedulerClient queue;
    private final Asking asking;
    private final PartnerDirectory partners;
    private final Postbox postbox;
    private final Clock clock;

    OwnerLetters(SchedulerClient queue, Asking asking, PartnerDirectory partners, Postbox postbox, Clock clock) {
        this.queue = queue;
        this.asking = asking;
        this.partners = partners;
        this.postbox = postbox;
        this.clock = clock;
    }

    /** Committed with the silence it follows from; hearing it twice changes nothing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(ObligationSilent silent) {
        var job = new OwnerLetterJob(silent.obligation().value(), silent.occurredAt());
        queue.scheduleIfNotExists(
                DeliveryTasks.OWNER.instance(job.instance()).data(job).build(),
                silent.occurredAt().plus(AFTER));
    }

    /** When to try again; empty if the letter was taken, or there is nothing to say or nobody to say it to. */
    Optional<Instant> send(OwnerLetterJob job) {
        var question = asking.question(job.obligationId());
        if (!question.stillOpen()) return Optional.empty();
        var company = partners.partner(question.company());
        var owner = company.contractOwner();
        if (owner == null) {
            LOG.info(
                    "Nobody is named for the contract with {}; support has obligation {}",
                    company.id(),
                    job.obligation());
            return Optional.empty();
        }
        var posted = postbox.post(letter(job, question, company, owner));
        return switch (posted.verdict()) {
            case ACCEPTED -> Optional.empty();
            case LATER -> Optional.of(clock.instant().plus(LATER));
            case REFUSED -> {
                LOG.error(
                        "ALERT the contract owner of company {} takes no mail; name another one. Support has obligation {}",
                        company.id(),
                        job.obligation());
                yield Optional.empty();
            }
        };
    }

    /** Company, reference and day: no person, no item, no link. */
    private static Letter letter(OwnerLetterJob job, Question question, Partner company, EmailAddress owner) {
        return new Letter(
                "owner-" + job.instance().replace(':', '-'),
                owner,
                Locale.ENGLISH, // as all mails to a contact
                "owner",
                "silent",
                List.of(company.name(), question.reference(), question.due()),
                null);
    }
}
