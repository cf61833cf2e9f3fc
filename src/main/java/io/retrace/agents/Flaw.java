package io.retrace.agents;

import java.util.Locale;

/** Why a message is refused, with the HTTP status and whether sending the same again is in vain (§3.06 {@code fatal}). */
public enum Flaw {
    TOO_OFTEN(429, false),
    TOO_LARGE(413, true),
    NO_TOKEN(401, false),
    /** §3.07, first check. */
    NOT_BASE64(400, true),
    /** Second. */
    BAD_SIGNATURE(403, true),
    NOT_JSON(400, true),
    /** Third. */
    OTHER_AGENT(403, true),
    /** Fourth. */
    OTHER_BUSINESS(403, true),
    /** Fifth: our clock may be the slow one, so it may be sent again. */
    NOT_YET(400, false),
    /** Sixth: §2.01 asks for {@code fatal}. */
    EXPIRED(400, true),
    VALID_TOO_LONG(400, true),
    REPLAYED(409, true),
    VERSION(400, true),
    EXERCISE(400, true),
    AGENT_REQUEST_ID(400, true),
    CALLBACK(400, true),
    /** The same {@code agent-request-id} for something else. */
    OTHER_CONTENT(409, true),
    /** Not this agent’s, or nobody’s: the two are one answer. */
    NOT_YOURS(403, false),
    /** Too late to be revoked, or over. */
    NOT_REVOCABLE(409, false);

    private final int status;
    private final boolean fatal;

    Flaw(int status, boolean fatal) {
        this.status = status;
        this.fatal = fatal;
    }

    public int status() {
        return status;
    }

    public boolean fatal() {
        return fatal;
    }

    /** Bundle key {@code agent.flaw.<key>}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
