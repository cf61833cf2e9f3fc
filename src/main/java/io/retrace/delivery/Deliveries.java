package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.delivery.Delivery.Ending;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.obligations.Asking;
import io.retrace.obligations.Asking.Question;
import io.retrace.obligations.Errand;
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

    /** Once every channel has had its turn, one of them is tried this often for as long as the question is open. */
    static final Duration FOR_AS_LONG_AS_IT_TAKES = Duration.ofHours(24);

    private final DeliveryRows rows;
    private final BounceRows returned;
    private final RetrySchedule schedule;
    private final SchedulerClient queue;
    private final Channels channels;
    private final Paces paces;
    private final PartnerDirectory partners;
    private final Asking asking;

    Deliveries(
            DeliveryRows rows,
            BounceRows returned,
            RetrySchedule schedule,
            SchedulerClient queue,
            Channels channels,
            Paces paces,
            PartnerDirectory partners,
            Asking asking) {
        this.rows = rows;
        this.returned = returned;
        this.schedule = schedule;
        this.queue = queue;
        this.channels = channels;
        this.paces = paces;
        this.partners = partners;
        this.asking = asking;
    }

    /** What comes of taking a delivery up. */
    sealed interface Turn {
        record Goes(Delivery delivery, Question question, int attempt) implements Turn {}

        record Waits(Instant until) implements Turn {}

        /** There is nothing left to do. */
        record Over() implements Turn {}
    }

    /** A worker that slept past its lease: another one has the work, and nothing it brings is written (fencing). */
    static final class Overtaken extends IllegalStateException {
        Overtaken(Delivery delivery, int attempt) {
            super("attempt " + attempt + " at obligation " + delivery.obligation() + " round " + delivery.round()
                    + " was overtaken; whoever has it now goes on");
        }
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

    /** Looks at it and, if there is anything to say still, claims it; in one transaction, since most of its cost is their number. */
    @Transactional
    public Turn take(ObligationId obligation, int round, Instant now) {
        var delivery = rows.find(obligation, round);
        if (!delivery.open()) return new Turn.Over(); // a crash kept the execution from being removed
        var question = asking.question(obligation);
        if (moot(delivery, question)) return over(delivery, Ending.MOOT, now);
        if (delivery.overtaken()) return over(delivery, Ending.SUPERSEDED, now);
        return claim(delivery, question, now);
    }

    /** Says that we are about to send, before we do; or that its company’s line is closed or full, and when to come back. */
    @Transactional
    public Turn claim(Delivery delivery, Question question, Instant now) {
        var wait = paces.turn(delivery, now);
        if (wait.isPresent())
            return new Turn.Waits(late(delivery, now) ? escalated(delivery, now) : waits(delivery, wait.get()));
        var attempt = delivery.attempts() + 1;
        rows.claim(delivery, attempt, now); // the key refuses a second worker that woke late
        return new Turn.Goes(delivery, question, attempt);
    }

    /** To the end of its company’s line, because this node has enough on the way to it. */
    @Transactional
    public Instant queueUp(ObligationId obligation, int round, Instant now) {
        var delivery = rows.find(obligation, round);
        return delivery.open() ? waits(delivery, paces.queueUp(delivery, now)) : now;
    }

    /** Says what came of it; gives the time of the next attempt, or nothing if the company has it. */
    @Transactional
    public Optional<Instant> record(Delivery delivery, int attempt, Outcome outcome, Instant now) {
        boolean reached = outcome.word() == Word.REACHED;
        if (!rows.lockOpen(delivery)
                || !(reached
                        ? rows.completeLast(delivery, attempt, outcome, now)
                        : rows.complete(delivery, attempt, outcome, now))) throw new Overtaken(delivery, attempt);
        paces.learn(delivery, outcome, now).ifPresent(since -> tell(delivery, since));
        if (reached) {
            if (delivery.errand().asks()) asking.reached(delivery.obligation(), delivery.messageId(), now);
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

    /** A mail that had been taken came back: it is open again, unless nothing is to be said any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cameBack(ObligationId obligation, int round, Instant now) {
        var delivery = rows.find(obligation, round);
        if (delivery.overtaken() || moot(delivery, asking.question(obligation))) return;
        returned.reopen(delivery, now);
        var next = escalated(delivery, now);
        var job = new DeliverJob(obligation.value(), round, delivery.company().value());
        queue.schedule(
                DeliveryTasks.DELIVER.instance(job.instance()).data(job).build(),
                next,
                SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    /** What is closed is not asked; that it is closed is told to those who had been asked, and to nobody else (T2). */
    private static boolean moot(Delivery delivery, Question question) {
        return delivery.errand() == Errand.CANCELLED ? question.timesAsked() == 0 : !question.stillOpen();
    }

    private Turn over(Delivery delivery, Ending ending, Instant now) {
        rows.end(delivery, ending, now);
        return new Turn.Over();
    }

    /** By mail, if the company’s server is still away in an hour; of a mail server that is away no mail tells. */
    private void tell(Delivery delivery, Instant since) {
        if (delivery.channel() == Partner.Channel.PAGE || delivery.channel() == Partner.Channel.MAIL_LINK) return;
        var notice =
                new EndpointNotice(delivery.company().value(), delivery.channel(), EndpointCondition.FAILING, since);
        queue.scheduleIfNotExists(
                DeliveryTasks.TELL.instance(notice.instance()).data(notice).build(),
                since.plus(EndpointLetters.PATIENCE));
    }

    private Instant waits(Delivery delivery, Instant at) {
        rows.queueUp(delivery, at);
        return at;
    }

    /** Waiting in a closed line is no reason to be asked later than one whose attempts have failed. */
    private static boolean late(Delivery delivery, Instant now) {
        return !delivery.fallback() && now.isAfter(delivery.firstHere().plus(RetrySchedule.SPAN));
    }

    private Instant escalated(Delivery delivery, Instant now) {
        var next = escalate(delivery, now);
        rows.nextAttempt(delivery, next);
        return next;
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

    /** Never dropped: another channel, and a human who knows; then each in turn for as long as the question is open. */
    private Instant escalate(Delivery delivery, Instant now) {
        rows.forSupport(delivery, now);
        var company = partners.partner(delivery.company());
        var other = channels.after(tried(delivery), company);
        LOG.error(
                "Obligation {} round {} did not get through by {}; support has it, and it {}",
                delivery.obligation(),
                delivery.round(),
                delivery.channel(),
                other.map(channel -> "goes out by " + channel + " now").orElse("is tried once a day, by each in turn"));
        other.or(() -> channels.after(Set.of(delivery.channel()), company))
                .ifPresent(channel -> rows.fallBack(delivery, channel));
        return other.isPresent() ? now : now.plus(FOR_AS_LONG_AS_IT_TAKES);
    }

    private static Set<Partner.Channel> tried(Delivery delivery) {
        var tried = EnumSet.of(delivery.channel());
        tried.addAll(delivery.tried());
        return tried;
    }

    /** 128 random bits: says nothing of the question, the person or how many there are. */
    static String messageId() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return "msg_" + HexFormat.of().formatHex(bytes);
    }
}
