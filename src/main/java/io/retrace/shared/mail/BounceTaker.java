package io.retrace.shared.mail;

import java.time.Instant;

/** Who sends letters and wants to know which of them came back. */
public interface BounceTaker {

    /**
     * Notes it and does what follows, in one transaction; hearing it twice changes nothing.
     *
     * @return whether the letter is one of theirs; one that is nobody’s is a forgery and changes nothing
     */
    boolean take(Bounce bounce, Instant now);
}
