package io.retrace.delivery.opendsr;

/** What a report comes to for us, in the order in which one overtakes another: nothing ever goes back (T8). */
public enum Meaning {
    /** Its system has the request: asked, and no more than that (T1). */
    RECEIVED(0),
    /** It is working on it. */
    WORKING(1),
    /** It says that it has finished, and not with what result: a claim, and no attestation (ADR 0019). */
    CLAIMED(2),
    /** It will not do it, and says why. */
    REFUSED(2),
    /** It gave the request up without being asked to, or because we took it back. */
    WITHDRAWN(2),
    /** It has finished and attests the result, subject by subject. */
    ATTESTED(3);

    private final int rank;

    Meaning(int rank) {
        this.rank = rank;
    }

    /** An attestation counts with the word that it is completed, a refusal with a word that nothing more will come. */
    public static Meaning of(StatusReport report) {
        return switch (report.status()) {
            case PENDING -> RECEIVED;
            case IN_PROGRESS -> WORKING;
            case COMPLETED -> report.attestation() != null ? ATTESTED : report.refusal() != null ? REFUSED : CLAIMED;
            case CANCELLED -> report.refusal() != null ? REFUSED : WITHDRAWN;
        };
    }

    /** Whether it changes anything where this was said before. */
    public boolean overtakes(Meaning earlier) {
        return rank > earlier.rank;
    }

    /** Whether the protocol has nothing more to bring. */
    public boolean finished() {
        return rank >= 2;
    }
}
