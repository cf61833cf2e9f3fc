package io.retrace.evidence;

import org.springframework.context.ApplicationContext;

/** Lets a measurement outside of this package run the sequencer without waiting for its second. */
public final class SequencerDriver {

    private final Sequencer sequencer;

    public SequencerDriver(ApplicationContext portal) {
        this.sequencer = portal.getBean(Sequencer.class);
    }

    /** Places what is committed and signs. */
    public void run() {
        sequencer.run();
    }
}
