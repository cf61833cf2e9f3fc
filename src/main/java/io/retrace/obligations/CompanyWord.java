package io.retrace.obligations;

/** Where a company stands, as the person reads it: seven words, never others; bundle key {@code company.word.<key>}. */
public enum CompanyWord {
    NOT_ASKED_YET("not-asked-yet"),
    ASKED("asked"),
    WORKING_ON_IT("working-on-it"),
    CONFIRMED_DELETED("confirmed-deleted"),
    HAD_NOTHING("had-nothing"),
    KEPT_SOME("kept-some"),
    NO_ANSWER("no-answer");

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
            case CONFIRMED_DELETED, HAD_NOTHING, KEPT_SOME -> true;
            case NOT_ASKED_YET, ASKED, WORKING_ON_IT, NO_ANSWER -> false;
        };
    }
}
