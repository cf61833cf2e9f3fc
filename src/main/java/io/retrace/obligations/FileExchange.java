package io.retrace.obligations;

import io.retrace.identity.Roles;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;

/** Questions about deletion out as one file, answers back as another, in the shape of California’s DROP (UC-020). */
@PreAuthorize(Roles.IS_PARTNER)
public interface FileExchange {

    /** Most lines of a file of answers. */
    int MOST_ROWS = 10_000;

    /** Writes the ZIP: open work items, what is not asked for any more, and an empty file of answers. */
    void work(OutputStream zip) throws IOException;

    /**
     * Takes the answers that hold and reports every line. An obligation’s lines are taken together or not at all: an
     * exception that got lost would say of an item that it is gone. Throws {@code RuleViolation} if the file as a whole
     * cannot be read.
     */
    Report answer(byte[] csv, Mode mode);

    /** What a file is for: one mode a file, so that nobody amends by accident. */
    enum Mode {
        NEW,
        AMEND
    }

    /** Every line with what became of it. */
    record Report(List<Line> lines) {

        public Report {
            lines = List.copyOf(lines);
        }

        public int count(Verdict verdict) {
            return (int)
                    lines.stream().filter(line -> line.verdict() == verdict).count();
        }
    }

    /** One line; a refused one names its column and the key of the reason, never what stood there. */
    record Line(
            int number,
            Verdict verdict,
            @Nullable String field,
            @Nullable String reason) {}

    /** What became of a line. */
    enum Verdict {
        ACCEPTED,
        REPEATED,
        REFUSED
    }
}
