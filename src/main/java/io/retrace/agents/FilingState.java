package io.retrace.agents;

/** How far a filing has come by itself; once confirmed, its request moves and this stays. */
public enum FilingState {
    /** Nobody has confirmed it: the person was told, or there is none. The agent cannot tell which. */
    AWAITING,
    /** The person said yes: it is an ordinary request. */
    CONFIRMED,
    /** The person said yes, and no company holds anything. */
    NOTHING,
    /** The person said no; until it lapses the agent reads what it would read if there were no such person. */
    DECLINED,
    /** Nobody confirmed it in time, or it named no address that we could ask. */
    UNVERIFIED,
    /** Taken back by the agent. */
    REVOKED,
    /** A right that we do not offer. */
    NOT_COVERED
}
