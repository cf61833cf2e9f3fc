package io.retrace.identity;

/**
 * Who did it, for timelines and evidence: never a name or an address.
 *
 * @param kind member, support, company, platform, auditor, agent or system
 * @param id opaque id: Keycloak’s user or client id, or an authorised agent’s; "retrace" for the system
 */
public record Actor(Kind kind, String id) {

    /** Our own scheduled work. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "retrace");

    /** The hats an actor can wear. */
    public enum Kind {
        MEMBER,
        SUPPORT,
        COMPANY,
        PLATFORM,
        AUDITOR,
        /** An authorised agent, on behalf of a member. */
        AGENT,
        SYSTEM
    }
}
