package io.retrace.obligations;

import io.retrace.obligations.Chase.Stage;
import io.retrace.obligations.CompanyProgress.NextAction;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens next to an obligation, when, and whose turn it is: set for as long as it is open (T3). Every change takes
 * a new number, so that a job scheduled for an earlier one finds that its turn has passed.
 */
@Embeddable
class Agenda {

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private int chaseNo;

    @Enumerated(EnumType.STRING)
    private @Nullable NextAction nextAction;

    private @Nullable Instant nextActionAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Owner owner;

    /** Until {@code releaseAt} its person may take it back. */
    Agenda(Instant releaseAt) {
        this.stage = Stage.PLANNED;
        this.nextAction = NextAction.RELEASE;
        this.nextActionAt = releaseAt;
        this.owner = Owner.PERSON;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Agenda() {}

    /** Waits for the next step of the ladder; false if the company’s time is over and a human takes over instead. */
    boolean climb(boolean reached, Instant start, Duration time, Instant now) {
        var pending = Chase.pending(start, time, now);
        var at = Chase.at(pending, start, time);
        if (!now.isBefore(at)) {
            handOver(now);
            return false;
        }
        var reminder = reached ? NextAction.REMIND : NextAction.ASK;
        next(
                pending,
                pending == Stage.SILENCE ? NextAction.ESCALATE : reminder,
                at,
                reached ? Owner.COMPANY : Owner.SYSTEM);
        return true;
    }

    /** A named human is on it, and every week the company is asked again. */
    void handOver(Instant now) {
        next(Stage.WEEKLY, NextAction.ESCALATE, now.plus(Chase.WEEK), Owner.SUPPORT);
    }

    /** The company kept something until a day to come. */
    void waitForDuty(Instant end) {
        next(Stage.FOLLOW_UP, NextAction.FOLLOW_UP, end, Owner.SYSTEM);
    }

    /** That day has come. */
    void expectFollowUp(Instant due) {
        next(Stage.FOLLOW_UP_DUE, NextAction.ESCALATE, due, Owner.COMPANY);
    }

    void end() {
        stage = Stage.SETTLED;
        nextAction = null;
        nextActionAt = null;
        owner = null;
        chaseNo++;
    }

    /** The step that waits for its time; throws if its time has not come. */
    Stage due(Instant now) {
        if (nextActionAt == null || now.isBefore(nextActionAt)) throw new IllegalStateException("nothing is due yet");
        return stage;
    }

    boolean isTurnOf(int chase) {
        return stage != Stage.SETTLED && chase == chaseNo;
    }

    int chaseNo() {
        return chaseNo;
    }

    @Nullable
    NextAction nextAction() {
        return nextAction;
    }

    @Nullable
    Instant nextActionAt() {
        return nextActionAt;
    }

    private void next(Stage nextStage, NextAction action, Instant at, Owner whose) {
        stage = nextStage;
        nextAction = action;
        nextActionAt = at;
        owner = whose;
        chaseNo++;
    }
}
