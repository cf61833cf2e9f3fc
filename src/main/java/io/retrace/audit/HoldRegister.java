package io.retrace.audit;

import io.retrace.identity.Roles;
import io.retrace.shared.Slice;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Every hold and refusal that a company declared, under which law, until when, and what became of it. */
@Service
@PreAuthorize(Roles.IS_AUDITOR)
public class HoldRegister {

    private static final int MOST = 200;

    private final HoldRows rows;
    private final Clock clock;

    HoldRegister(HoldRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Newest answer first; throws {@code RuleViolation} for a cursor that is not ours. */
    public Slice<Hold> holds(HoldFilter filter, @Nullable String after, int limit) {
        return rows.slice(filter, after, Math.clamp(limit, 1, MOST), LocalDate.now(clock));
    }

    /** Companies there is anything to look for, by name. */
    public List<Holder> companies() {
        return rows.companies();
    }

    /** All of it as CSV (RFC 4180), for any spreadsheet; no cell is taken for a formula. */
    public void write(HoldFilter filter, OutputStream out) {
        try {
            var file = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            file.write(CsvLine.of(
                    "request",
                    "obligation",
                    "company",
                    "answer",
                    "answered_at",
                    "kind",
                    "items",
                    "citation_or_reason",
                    "officer",
                    "until",
                    "review",
                    "state"));
            String after = null;
            do {
                var slice = holds(filter, after, MOST);
                for (var hold : slice.items()) file.write(line(hold));
                after = slice.next();
            } while (after != null);
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Hold hold) {
        return CsvLine.of(
                hold.request().value(),
                hold.obligation().value(),
                hold.company(),
                String.valueOf(hold.version()),
                hold.answeredAt().toString(),
                hold.kind().key(),
                String.valueOf(hold.items()),
                hold.said(),
                hold.officer(),
                Objects.toString(hold.until(), ""),
                Objects.toString(hold.review(), ""),
                hold.state().key());
    }
}
