package io.retrace.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a feed. Each line that is not empty was received and is exactly one of accepted, duplicate and refused,
 * unless the feed was stopped.
 *
 * @param received lines read
 * @param accepted lines recorded now
 * @param duplicates lines that were recorded before with the same content
 * @param refused lines that were not recorded
 * @param lines the first thousand refusals, by line
 * @param incidents how many disclosures of photos that were taken back the feed brought to light
 * @param stopped why the rest of the body was not read, or {@code null} if all of it was
 */
public record FeedReport(
        long received,
        long accepted,
        long duplicates,
        long refused,
        List<RefusedLine> lines,
        long incidents,
        @Nullable Stop stopped) {

    /** So many refusals are listed one by one. */
    public static final int LISTED = 1_000;

    public FeedReport {
        lines = List.copyOf(lines);
    }

    /** Why the rest of a body was not read. What was recorded until then stays. */
    public enum Stop {
        /** The body ended in the middle of a line or of its compression. */
        CUT_SHORT,
        /** It is longer than allowed. */
        TOO_LARGE,
        /** It is not gzip, or it expands beyond reason. */
        BAD_COMPRESSION
    }
}
