package io.retrace.requests;

/** Where a request stands, in an order that we own; people read one of six words ({@link #word()}). */
public enum RequestStatus {
    /** Accepted; the undo window runs and nothing has been sent. */
    RECEIVED("received"),
    /** Waiting for the person to prove who they are. */
    VERIFYING("checking"),
    /** Companies have been asked. */
    UNDERWAY("in-progress"),
    /** Every company answered or its time is over; at least one kept something or is silent. */
    PARTLY_DONE("partly-done"),
    /** Every company confirmed deletion or had nothing. */
    DONE("done"),
    /** Nothing was erased: refused, or no company confirmed anything. */
    NOT_DONE("not-done"),
    /** Taken back by the person inside the undo window; nothing was ever sent. */
    WITHDRAWN("not-done");

    private final String word;

    RequestStatus(String word) {
        this.word = word;
    }

    /** Key of the word the person reads: {@code request.word.<word>}. */
    public String word() {
        return word;
    }

    /**
     * The transition table: the one truth for entity, buttons and API. No end is beyond recall while companies may still
     * answer late or amend: *Done* must never stand over a company that says it kept something (T10).
     */
    public boolean mayBecome(RequestStatus next) {
        return switch (this) {
            case RECEIVED -> next == VERIFYING || next == UNDERWAY || next == WITHDRAWN;
            case VERIFYING -> next == UNDERWAY || next == NOT_DONE || next == WITHDRAWN;
            case UNDERWAY -> next == DONE || next == PARTLY_DONE || next == NOT_DONE;
            case PARTLY_DONE -> next == DONE || next == NOT_DONE; // a late answer may still complete it
            case NOT_DONE -> next == DONE || next == PARTLY_DONE; // likewise, when nobody had answered in time
            case DONE -> next == PARTLY_DONE || next == NOT_DONE; // a company amended its answer: it did keep something
            case WITHDRAWN -> false;
        };
    }

    /** Whether companies may still move it. */
    public boolean open() {
        return this == RECEIVED || this == VERIFYING || this == UNDERWAY;
    }
}
