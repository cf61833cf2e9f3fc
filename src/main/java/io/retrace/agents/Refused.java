package io.retrace.agents;

import java.time.Duration;

/** A message that is not taken. */
public final class Refused extends RuntimeException {

    private final Flaw flaw;
    private final transient Duration wait;

    Refused(Flaw flaw) {
        this(flaw, Duration.ZERO);
    }

    Refused(Flaw flaw, Duration wait) {
        super(flaw.key());
        this.flaw = flaw;
        this.wait = wait;
    }

    public Flaw flaw() {
        return flaw;
    }

    /** How long to stay away; zero if that makes no difference. */
    public Duration comeBackIn() {
        return wait;
    }
}
