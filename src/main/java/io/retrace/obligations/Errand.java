package io.retrace.obligations;

/** Why a company is written to. */
public enum Errand {
    /** For the first time. */
    ASK,
    /** Once more: it has not answered, or a further answer is due. */
    REMIND,
    /** What it was asked has changed: the day, or the items. */
    AMENDED,
    /** It need not answer any more. */
    CANCELLED;

    /** Whether whoever gets it has been asked (T1). */
    public boolean asks() {
        return switch (this) {
            case ASK, REMIND -> true;
            case AMENDED, CANCELLED -> false;
        };
    }
}
