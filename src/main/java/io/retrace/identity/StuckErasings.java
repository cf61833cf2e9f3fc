package io.retrace.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Erasings that a human should look at, because a step fails again and again. */
public interface StuckErasings {

    /** Oldest first, at most 100. */
    List<Stuck> all();

    /**
     * One of them; it goes on being tried.
     *
     * @param step the step that failed last
     * @param fault the class of its fault
     */
    record Stuck(UUID erasing, Instant begunAt, Instant since, String step, String fault) {}
}
