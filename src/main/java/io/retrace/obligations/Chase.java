package io.retrace.obligations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When a company that has not answered is asked again: halfway and at three quarters of the time it has, at its end a
 * named human takes over, and from then on it is asked every week until it answers. Nothing is ever dropped (T3).
 */
final class Chase {

    /** How many days after a duty to keep has ended the further answer falls due (FTC orders: protocols §7.6). */
    private static final int FOLLOW_UP_DAYS = 30;

    static final Duration WEEK = Duration.ofDays(7);

    private Chase() {}

    /** The last day for the further answer, if the duty ended the day before the company is asked for it. */
    static LocalDate followUpDue(LocalDate askedOn) {
        return askedOn.minusDays(1).plusDays(FOLLOW_UP_DAYS);
    }

    /** The steps of the ladder, as stored; each waits for its time. */
    enum Stage {
        /** Until the undo window ends. */
        PLANNED,
        FIRST_REMINDER,
        SECOND_REMINDER,
        /** The company’s time ends. */
        SILENCE,
        /** It is over; a human is on it. */
        WEEKLY,
        /** It kept something until a day that has not come. */
        FOLLOW_UP,
        /** That day has come; the further answer is due. */
        FOLLOW_UP_DUE,
        /** Answered for good, or taken back. */
        SETTLED
    }

    /**
     * The first step whose time has not come: after an outage the steps that were missed are not caught up one by one.
     *
     * @param start when the company’s time began
     * @param time how long it has
     */
    static Stage pending(Instant start, Duration time, Instant now) {
        if (now.isBefore(at(Stage.FIRST_REMINDER, start, time))) return Stage.FIRST_REMINDER;
        if (now.isBefore(at(Stage.SECOND_REMINDER, start, time))) return Stage.SECOND_REMINDER;
        return Stage.SILENCE;
    }

    /** When a step of the ladder is taken. */
    static Instant at(Stage stage, Instant start, Duration time) {
        return switch (stage) {
            case FIRST_REMINDER -> start.plus(time.dividedBy(2));
            case SECOND_REMINDER -> start.plus(time.multipliedBy(3).dividedBy(4));
            case SILENCE -> start.plus(time);
            case PLANNED, WEEKLY, FOLLOW_UP, FOLLOW_UP_DUE, SETTLED ->
                throw new IllegalArgumentException(stage + " does not hang on when the company was asked");
        };
    }
}
