package io.retrace.obligations;

import io.retrace.identity.Roles;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.shared.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Single items that differ, as a file: “all erased except these”. What is uploaded declares nothing; an attestation that
 * names the digest of the accepted lines does (UC-019).
 */
@PreAuthorize(Roles.ANSWERS)
public interface ExceptionLists {

    /** Most lines of a list. */
    int MOST_ROWS = 10_000;

    /** Most problems that a report tells one by one. */
    int MOST_TOLD = 100;

    /**
     * Takes the lines that hold, in place of an earlier list, and reports the others. Throws {@code RuleViolation} if the
     * file as a whole cannot be read.
     */
    Report receive(ObligationId obligation, byte[] csv);

    /** The list on hand. */
    Optional<Held> held(ObligationId obligation);

    /** Throws it away. */
    void remove(ObligationId obligation);

    /**
     * What became of a file.
     *
     * @param held the list that its good lines make
     * @param refused how many lines are not part of it
     * @param problems the first {@link #MOST_TOLD} of them
     */
    record Report(Held held, int refused, List<Problem> problems) {

        public Report {
            problems = List.copyOf(problems);
        }
    }

    /** One line that was not taken, and why: the column and the key of the reason, never what stood there. */
    record Problem(int line, String field, String reason) {}

    /** A list: its digest is what an attestation names. */
    record Held(Sha256 digest, int items, Map<Outcome, Integer> counts) {

        public Held {
            counts = Map.copyOf(counts);
        }
    }
}
