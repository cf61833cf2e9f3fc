package io.retrace.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the watch has found, and what became of it.
 *
 * @param no its number, in the order in which they were found
 * @param settled {@code null} while nobody has settled it and nothing is signed
 */
public record LogFinding(
        long no, Finding finding, Instant foundAt, @Nullable Settlement settled) {

    /**
     * That signing may go on.
     *
     * @param by account of the support lead who decided it
     * @param why in their words
     */
    public record Settlement(String by, String why, Instant at) {}
}
