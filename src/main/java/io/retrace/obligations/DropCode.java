package io.retrace.obligations;

import io.retrace.obligations.AttestationForm.Outcome;
import java.util.Arrays;
import java.util.Optional;

/**
 * The four outcomes of California’s DROP (Civ. Code §1798.99.86) as they answer for photos. Each is one of our four and back,
 * so a file loses nothing. None is read as more than it says (T1): “opted out” stops a sale and erases nothing.
 */
enum DropCode {
    /** Kept under a law, which has to be named with its end. */
    EXEMPTED("2", Outcome.KEPT),
    DELETED("3", Outcome.ERASED),
    /** Several people match: not erased, and not able to; the reason and who says so have to be named. */
    OPTED_OUT("4", Outcome.INFEASIBLE),
    NOT_FOUND("5", Outcome.NEVER_HELD);

    private final String digit;
    private final Outcome outcome;

    DropCode(String digit, Outcome outcome) {
        this.digit = digit;
        this.outcome = outcome;
    }

    static Optional<DropCode> of(String digit) {
        return Arrays.stream(values()).filter(code -> code.digit.equals(digit)).findFirst();
    }

    static DropCode of(Outcome outcome) {
        return switch (outcome) {
            case KEPT -> EXEMPTED;
            case ERASED -> DELETED;
            case INFEASIBLE -> OPTED_OUT;
            case NEVER_HELD -> NOT_FOUND;
        };
    }

    String digit() {
        return digit;
    }

    Outcome outcome() {
        return outcome;
    }
}
