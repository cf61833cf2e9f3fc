package io.retrace.evidence.verify;

import java.util.Locale;

/** What can be wrong with a receipt, one for each step; people read {@code verify.flaw.<key>}, in the command as in the page. */
public enum Flaw {
    TOO_LARGE,
    NOT_UTF8,
    /** Arguments: byte or character where it stops making sense. */
    NOT_JSON,
    NOT_A_RECEIPT,
    /** Argument: the member that is missing or of another kind. */
    INCOMPLETE,
    /** Argument: a member that no signature covers, beside those that one does. */
    UNCOVERED,
    KEY,
    /** The statement is not the one whose hash was committed to. */
    STATEMENT,
    /** A company’s attestation is not the one whose hash was committed to. Argument: which company, from 1. */
    ATTESTATION,
    COMMITMENT,
    ENTRY,
    /** The entry is about something else: another kind of event, another time, another request. */
    OTHER_ENTRY,
    PROOF,
    OTHER_LOG,
    SIGNATURE,
    INCLUSION,
    /** Two signed checkpoints in the file contradict each other. */
    FORK;

    /** As in {@code not-json}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
