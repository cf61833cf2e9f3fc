package io.retrace.obligations;

/**
 * Where a company stands, as the person reads it; bundle key {@code company.word.<key>}. Seven words for deletion, never
 * others. A copy ends in words of its own, because nothing is deleted by sending it (ADR 0012); it may end in *Had
 * nothing* too.
 */
public enum CompanyWord {
    NOT_ASKED_YET("not-asked-yet"),
    ASKED("asked"),
    WORKING_ON_IT("working-on-it"),
    CONFIRMED_DELETED("confirmed-deleted"),
    HAD_NOTHING("had-nothing"),
    KEPT_SOME("kept-some"),
    NO_ANSWER("no-answer"),
    SENT_ITS_COPY("sent-its-copy"),
    KEPT_SOME_BACK("kept-some-back");

    private final String key;

    CompanyWord(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Whether the company has given its answer. */
    public boolean answered() {
        return switch (this) {
            case CONFIRMED_DELETED, HAD_NOTHING, KEPT_SOME, SENT_ITS_COPY, KEPT_SOME_BACK -> true;
            case NOT_ASKED_YET, ASKED, WORKING_ON_IT, NO_ANSWER -> false;
        };
    }
}
