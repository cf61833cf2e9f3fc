package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.shared.Reference;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one company owes on one request. It stores when what happened and computes its word (ADR 0006). Its items are
 * rows that are never loaded here.
 */
@Entity
class Obligation {

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private String reference;
    private UUID requestId;

    @Enumerated(EnumType.STRING)
    private RequestKind kind;

    private UUID subjectId;
    private short partnerNo;
    private int items;
    private Instant firstDisclosedAt;
    private LocalDate legalDue;
    private LocalDate due;
    private long answerWithinSeconds;
    private Instant plannedAt;
    private @Nullable Instant cancelledAt;
    private @Nullable Instant forgottenAt;
    private @Nullable Instant releasedAt;
    private @Nullable Instant askedAt;
    private @Nullable Instant lastAskedAt;
    private int timesAsked;
    private int round;
    private @Nullable Instant acknowledgedAt;
    private @Nullable LocalDate expectedBy;
    private @Nullable Instant silentAfter;
    private @Nullable Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private @Nullable CompanyWord outcome;

    private boolean untouched;
    private int answers;
    private @Nullable LocalDate keptUntil;
    private @Nullable Instant followUpAt;
    private boolean onward;

    @Embedded
    private Agenda agenda;

    Obligation(
            RequestId request,
            RequestKind kind,
            SubjectId subject,
            ItemRows.Share share,
            Duration answerWithin,
            LocalDate legalDue,
            Instant now,
            Instant releaseAt) {
        this.id = share.obligation().value();
        this.reference = Reference.next('O').value();
        this.requestId = request.value();
        this.kind = kind;
        this.subjectId = subject.value();
        this.partnerNo = (short) share.company().value();
        this.items = share.items();
        this.firstDisclosedAt = share.firstDisclosedAt();
        this.legalDue = legalDue;
        this.due = legalDue;
        this.answerWithinSeconds = answerWithin.toSeconds();
        this.plannedAt = now;
        this.agenda = new Agenda(releaseAt);
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Obligation() {}

    /** The company is asked because another one named it: nothing is left to undo, so the question goes out at once. */
    static Obligation onward(
            Obligation namedIn, ItemRows.Share share, Duration answerWithin, LocalDate due, Instant now) {
        var obligation =
                new Obligation(namedIn.request(), namedIn.kind, namedIn.subject(), share, answerWithin, due, now, now);
        obligation.onward = true;
        obligation.release(now);
        return obligation;
    }

    /** The undo window is over: the company is to be asked. */
    void release(Instant now) {
        releasedAt = now;
        agenda.climb(false, now, answerWithin(), now);
    }

    /** Taken back before anything was sent. */
    void cancel(Instant now) {
        if (releasedAt != null) throw new IllegalStateException("obligation " + id + " went out");
        cancelledAt = now;
        agenda.end();
    }

    /** Whoever was to get the copy has left: it is not asked for any more. Whether its company has to be told so. */
    boolean abandon(Instant now) {
        cancelledAt = now;
        agenda.end();
        if (releasedAt == null) return false;
        round++;
        return true;
    }

    /** Which photos it was about, or which files came, is not kept any more, and nothing of it is taken in again. */
    boolean forgotten() {
        return forgottenAt != null;
    }

    /** Our question reached the company for the first or a further time: it is *Asked*, and no more (T1). */
    void reached(Instant at, LocalDate lastDay) {
        timesAsked++;
        if (lastAskedAt == null || at.isAfter(lastAskedAt)) lastAskedAt = at;
        if (askedAt != null) return;
        askedAt = at;
        silentAfter = silentAfterAskedAt(at);
        if (answeredAt != null) return; // it answered faster than we could write down that it had been reached
        due = lastDay.isBefore(legalDue) ? lastDay : legalDue;
        agenda.climb(true, at, answerWithin(), at);
    }

    /** When its silence begins if our question reaches it then. */
    Instant silentAfterAskedAt(Instant at) {
        return at.plus(answerWithin());
    }

    /** The company is working on it; false if that is nothing new, or it has answered already (T8). */
    boolean acknowledge(Instant now, @Nullable LocalDate expected) {
        if (answeredAt != null) return false;
        if (acknowledgedAt != null && (expected == null || expected.equals(expectedBy))) return false;
        if (acknowledgedAt == null) acknowledgedAt = now;
        if (expected != null) expectedBy = expected;
        return true;
    }

    /** The company answered, or amended its answer; what it said last is in force. Returns the version. */
    int answer(Instant now, Finding finding, @Nullable LocalDate keeps, @Nullable Instant dutyEnds) {
        answeredAt = now;
        outcome = finding.outcome();
        untouched = finding.untouched();
        keptUntil = keeps;
        followUpAt = null;
        if (dutyEnds == null) agenda.end();
        else agenda.waitForDuty(dutyEnds);
        return ++answers;
    }

    /** Takes the step whose time has come, and sets up the one after it. */
    Step step(Instant now, LocalDate followUpDay, Instant followUpDue) {
        return switch (agenda.due(now)) {
            case FIRST_REMINDER, SECOND_REMINDER ->
                agenda.climb(askedAt != null, start(), answerWithin(), now) ? askAgain() : overdue();
            case SILENCE -> {
                agenda.handOver(now);
                yield overdue();
            }
            case WEEKLY, FOLLOW_UP_DUE -> {
                agenda.handOver(now);
                yield askAgain();
            }
            case FOLLOW_UP -> {
                followUpAt = now;
                due = followUpDay;
                agenda.expectFollowUp(followUpDue);
                yield askAgain();
            }
            case PLANNED, SETTLED -> throw new IllegalStateException("obligation " + id + " is not chased");
        };
    }

    /** One more question goes out. */
    Step askAgain() {
        round++;
        return Step.ASK_AGAIN;
    }

    /** Whether a question may go out: it was released, and the company has not answered for good. */
    boolean open() {
        return releasedAt != null && cancelledAt == null && (answeredAt == null || followUpAt != null);
    }

    boolean cancelled() {
        return cancelledAt != null;
    }

    boolean isTurnOf(int chase) {
        return agenda.isTurnOf(chase);
    }

    Agenda agenda() {
        return agenda;
    }

    boolean isFor(PartnerId company) {
        return partnerNo == company.value() && releasedAt != null && cancelledAt == null;
    }

    ObligationId obligationId() {
        return new ObligationId(id);
    }

    RequestId request() {
        return new RequestId(requestId);
    }

    RequestKind kind() {
        return kind;
    }

    SubjectId subject() {
        return new SubjectId(subjectId);
    }

    PartnerId company() {
        return new PartnerId(partnerNo);
    }

    int items() {
        return items;
    }

    int round() {
        return round;
    }

    int answers() {
        return answers;
    }

    Instant firstDisclosedAt() {
        return firstDisclosedAt;
    }

    LocalDate legalDue() {
        return legalDue;
    }

    Duration answerWithin() {
        return Duration.ofSeconds(answerWithinSeconds);
    }

    boolean hadNothing() {
        return outcome == CompanyWord.HAD_NOTHING;
    }

    Asking.Question question() {
        return new Asking.Question(
                obligationId(),
                company(),
                new Reference(reference),
                kind == RequestKind.ACCESS,
                items,
                due,
                timesAsked,
                open());
    }

    /** What a step of the chase comes to. */
    enum Step {
        ASK_AGAIN,
        SAY_SILENT
    }

    /** A company that was never reached is not silent: we are, so we ask again. */
    private Step overdue() {
        return askedAt == null ? askAgain() : Step.SAY_SILENT;
    }

    private Instant start() {
        if (askedAt != null) return askedAt;
        if (releasedAt != null) return releasedAt;
        throw new IllegalStateException("obligation " + id + " did not go out");
    }
}
