package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.delivery.Delivery.Ending;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.obligations.Asking;
import io.retrace.obligations.ObligationDue;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.ForModules;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is to be delivered and what came of it: every method one transaction, none of them waits for anybody. */
@Service
@ForModules
class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Once every channel has had its turn, the last one is tried this often for as long as the question is open. */
    static final Duration FOR_AS_LONG_AS_IT_TAKES = Duration.ofHours(24);

    private final DeliveryRows rows;
    private final RetrySchedule schedule;
    private final SchedulerClient queue;
    private final Channels channels;
    private final PartnerDirectory partners;
    private final Asking asking;

    Deliveries(
            DeliveryRows rows,
            RetrySchedule schedule,
            SchedulerClient queue,
            Channels channels,
            PartnerDirectory partners,
            Asking asking) {
        this.rows = rows;
        this.schedule = schedule;
        this.queue = queue;
        this.channels = channels;
        this.partners = partners;
        this.asking = asking;
    }

    /** Committed with the change that makes it due, or not at all (T7); hearing it twice changes nothing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(ObligationDue due) {
        var channel = partners.partner(due.company()).channel();
        if (!rows.insert(due, messageId(), channel)) return;
        var job = DeliverJob.of(due);
        queue.schedule(DeliveryTasks.DELIVER.instance(job.instance()).data(job).build(), due.at());
    }

    @Transactional(readOnly = true)
    public Delivery find(ObligationId obligation, int round) {
        return rows.find(obligation, round);
    }

    /** Says that we are about to send, before we do; gives the number of the attempt. */
    @Transactional
    public int claim(Delivery delivery, Instant now) {
        var attempt = delivery.attempts() + 1;
        rows.claim(delivery, attempt, now); // the key refuses a second worker that woke late
        return attempt;
    }

    /** Says what came of it; gives the time of the next attempt, or nothing if the company has it. */
    @Transactional
    public Optional<Instant> record(Delivery delivery, int attempt, Outcome outcome, Instant now) {
        rows.complete(delivery, attempt, outcome, now);
        if (outcome.word() == Word.REACHED) {
            if (delivery.errand().asks()) asking.reached(delivery.obligation(), delivery.messageId(), now);
            rows.end(delivery, Ending.REACHED, now);
            return Optional.empty();
        }
        LOG.info(
                "Obligation {} round {} attempt {} by {}: {} {}",
                delivery.obligation(),
                delivery.round(),
                attempt,
                delivery.channel(),
                outcome.word(),
                outcome.status());
        return Optional.of(next(delivery, outcome, now));
    }

    @Transactional
    public void end(Delivery delivery, Ending ending, Instant now) {
        rows.end(delivery, ending, now);
    }

    private Instant next(Delivery delivery, Outcome failure, Instant now) {
        var first = delivery.attemptsHere() == 0 ? now : delivery.firstHere();
        var again = failure.word().hopeless()
                ? Optional.<Instant>empty()
                : schedule.next(delivery.attemptsHere() + 1, first, now, failure);
        var next = again.orElseGet(() -> escalate(delivery, now));
        rows.nextAttempt(delivery, next);
        return next;
    }

    /** Never dropped: another channel, and a human who knows; then the last channel for as long as the question is open. */
    private Instant escalate(Delivery delivery, Instant now) {
        rows.forSupport(delivery, now);
        var other = channels.after(tried(delivery), partners.partner(delivery.company()));
        LOG.error(
                "Obligation {} round {} did not get through by {}; support has it, and it {}",
                delivery.obligation(),
                delivery.round(),
                delivery.channel(),
                other.map(channel -> "goes out by " + channel + " now").orElse("is tried once a day"));
        if (other.isEmpty()) return now.plus(FOR_AS_LONG_AS_IT_TAKES);
        rows.fallBack(delivery, other.get());
        return now;
    }

    private static Set<Partner.Channel> tried(Delivery delivery) {
        var tried = EnumSet.of(delivery.channel());
        tried.addAll(delivery.tried());
        return tried;
    }

    /** 128 random bits: says nothing of the question, the person or how many there are. */
    private static String messageId() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return "msg_" + HexFormat.of().formatHex(bytes);
    }
}
