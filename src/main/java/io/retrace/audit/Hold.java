package io.retrace.audit;

import io.retrace.shared.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a company kept, or would not or could not do, and what became of that.
 *
 * @param version of the answer that says so
 * @param said the exact law for what is kept or withheld, the reason for what is infeasible or withheld, in the
 *     company’s words
 * @param officer who says so, by name and title, acting for the company
 * @param until when the duty ends; {@code null} if the answer names no end
 * @param review by when the company has to answer again; {@code null} if the answer names no end
 * @param items items that are kept or infeasible
 */
public record Hold(
        Reference request,
        Reference obligation,
        String company,
        int version,
        Kind kind,
        Instant answeredAt,
        int items,
        String said,
        String officer,
        @Nullable LocalDate until,
        @Nullable LocalDate review,
        State state) {

    /** What the company said. */
    public enum Kind {
        KEPT,
        INFEASIBLE,
        /** Part or all of a copy was held back. */
        WITHHELD;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it. */
    public enum State {
        /** The duty runs; the company is asked again when it ends. */
        RUNS("runs"),
        /** The duty has ended and the company has been asked again. */
        ASKED_AGAIN("asked-again"),
        /** The company has been asked again and has not answered by the review date. */
        OVERDUE("overdue"),
        /** It names no end, so nothing falls due. */
        NO_END("no-end"),
        /** A later answer of the company takes its place. */
        REPLACED("replaced");

        private final String key;

        State(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
