package io.retrace.obligations;

/** Which requests the queue shows. */
public enum QueueFilter {
    OPEN,
    WAITS_FOR_US,
    WAITS_FOR_COMPANY,
    WAITS_FOR_PERSON,
    PAST_LEGAL_DATE,
    CLOSED
}
