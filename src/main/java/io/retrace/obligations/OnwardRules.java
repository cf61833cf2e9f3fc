package io.retrace.obligations;

import io.retrace.shared.DomainException.RuleViolation;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of somebody to whom items were passed on. Throws {@code RuleViolation} naming the first field that breaks a
 * rule, as the wire names it.
 *
 * @param path what stands before the field’s name
 * @param firstDisclosedOn when the company itself received the first of the items
 * @param today in the controller’s zone; a company may be a day ahead of us, or a day behind
 */
record OnwardRules(String path, LocalDate firstDisclosedOn, LocalDate today) {

    /** Recipients of one obligation. */
    static final int MOST = 100;

    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    /** What is written in a report. */
    void words(OnwardForm form) {
        line("recipient", form.recipient(), 200);
        if (form.domain() != null) domain(form.domain());
        if (form.purpose() != null) line("purpose", form.purpose(), 200);
        if (form.amends() != null) AttestationRules.text(path + "amends", form.amends(), 500);
    }

    /** All that is said by now, taken together. */
    void facts(OnwardForm all) {
        var told = all.toldOn();
        var answered = all.answeredOn();
        happened("told_on", told);
        happened("answered_on", answered);
        if (answered != null && (told == null || answered.isBefore(told))) {
            throw broken("answered_on", "error.answer.answered-before-told");
        }
        if (all.outcome() != null && answered == null) throw broken("answered_on", "error.answer.missing");
    }

    private void line(String field, String text, int most) {
        AttestationRules.text(path + field, text, most);
        if (text.indexOf('\n') >= 0) throw broken(field, "error.text-control");
    }

    private void domain(String domain) {
        if (domain.length() > LONGEST_DOMAIN || !DOMAIN.matcher(domain).matches()) {
            throw broken("domain", "error.onward.domain");
        }
    }

    private void happened(String field, @Nullable LocalDate day) {
        if (day == null) return;
        if (day.isAfter(today.plusDays(1))) throw broken(field, "error.answer.future");
        if (day.isBefore(firstDisclosedOn.minusDays(1))) throw broken(field, "error.answer.before-disclosure");
    }

    private RuleViolation broken(String field, String key) {
        return new RuleViolation(path + field, key);
    }
}
