package io.retrace.partners;

import java.time.Instant;
import java.util.Optional;

/** Undoing a change by the link that the company’s earlier contact got: for whoever holds it, without an account. */
public interface SettingUndo {

    /** What the link stands for; empty for a link that never was. Changes nothing. */
    Optional<State> look(String secret);

    /** Undoes it, once; empty for a link that never was. */
    Optional<Outcome> undo(String secret);

    /** What became of pressing the button. */
    enum Outcome {
        DONE,
        REFUSED
    }

    /** Whether the change can be undone. */
    enum Standing {
        OPEN,
        UNDONE,
        TOO_LATE,
        /** The platform has written another value over it. */
        OVERTAKEN
    }

    /**
     * A change as whoever holds the link may see it.
     *
     * @param before the value it puts back; a mail address masked; empty for none, and unless it is open
     * @param after the value it takes away; likewise
     * @param later how many later changes of the same setting are undone with it
     */
    record State(
            Standing standing, Setting setting, String before, String after, Instant at, Instant until, int later) {}
}
