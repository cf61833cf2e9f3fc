package io.retrace.ui.partner;

import io.retrace.obligations.AttestationForm.Subject;
import java.util.Locale;

/** Fields of an answer, by the names they have on the wire, so that a refusal that names a field finds it on the page. */
final class AnswerField {

    static final String METHOD = "method";
    static final String LIVE_ERASED = "live_erased_on";
    static final String BACKUPS = "backups_until";
    static final String DUTY = "kept.duty";
    static final String DUTY_UNTIL = "kept.until";
    static final String REASON = "infeasible.reason";
    static final String OFFICER = "infeasible.officer";
    static final String EXCEPTIONS = "exceptions";
    static final String ONWARD = "onward";
    static final String NAME = "declarant.name";
    static final String TITLE = "declarant.title";
    static final String PERJURY = "declarant.perjury";
    static final String AMENDS = "amends";

    private AnswerField() {}

    static String of(Subject subject) {
        return "subjects." + word(subject).replace('-', '_');
    }

    /** A field of one further recipient: {@code name}, {@code told_on} or {@code answered_on}. */
    static String onward(int recipient, String field) {
        return ONWARD + "[" + recipient + "]." + field;
    }

    /** Where it stands on the page; fields of single items lead to the table they are chosen in. */
    static String id(String field) {
        var known = field.startsWith(EXCEPTIONS) ? EXCEPTIONS : field;
        return known.replaceAll("[^a-z0-9]+", "-");
    }

    /** A constant as keys of texts write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
