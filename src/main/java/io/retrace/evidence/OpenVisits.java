package io.retrace.evidence;

import java.time.Duration;
import java.util.Optional;

/** Keeps one address from taking the open pages away from everybody else. */
public interface OpenVisits {

    /** What somebody comes for; each is counted by itself. */
    enum Kind {
        /** A receipt’s page, paper or file. */
        READ,
        /** A file that somebody brings to be checked: a hundred times the work. */
        CHECK
    }

    /** Counts a visit; says how long to stay away if it was one too many. */
    Optional<Duration> count(Kind kind, String address);
}
