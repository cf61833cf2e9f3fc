package io.retrace.ui.partner;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is still missing or cannot be, all of it at once and in the order of the page. It spares a round trip; what counts
 * are the rules of the service.
 */
final class AnswerProblems {

    private final AnswerDraft draft;
    private final LocalDate today;
    private final Map<String, String> found = new LinkedHashMap<>();

    private AnswerProblems(AnswerDraft draft, LocalDate today) {
        this.draft = draft;
        this.today = today;
    }

    /** Fields with the key of what is wrong with them; empty if the answer can be checked and sent. */
    static Map<String, String> of(AnswerDraft draft, int items, boolean amending, LocalDate today) {
        var problems = new AnswerProblems(draft, today);
        if (amending) problems.need(AnswerField.AMENDS, "partner.problem.amends");
        for (var subject : Subject.values()) {
            if (draft.answer(subject).isEmpty())
                problems.add(AnswerField.of(subject), "partner.problem." + AnswerField.word(subject));
        }
        if (ListedItems.missing(draft)) problems.add(AnswerField.EXCEPTIONS, "partner.problem.list-again");
        if (draft.differing() >= items) problems.add(AnswerField.EXCEPTIONS, "partner.problem.exceptions");
        problems.erased();
        problems.kept();
        problems.infeasible();
        problems.onward();
        problems.need(AnswerField.NAME, "partner.problem.name");
        problems.need(AnswerField.TITLE, "partner.problem.title");
        return problems.found;
    }

    /** Whoever never held anything cannot have passed it on. */
    static boolean asksForOnward(AnswerDraft draft) {
        return !draft.said().isEmpty() && !draft.said().equals(EnumSet.of(Outcome.NEVER_HELD));
    }

    private void erased() {
        if (!draft.said().contains(Outcome.ERASED)) return;
        need(AnswerField.METHOD, "partner.problem.method");
        need(AnswerField.LIVE_ERASED, "partner.problem.live");
        past(AnswerField.LIVE_ERASED);
        ahead(AnswerField.BACKUPS);
    }

    private void kept() {
        if (!draft.said().contains(Outcome.KEPT)) return;
        need(AnswerField.DUTY, "partner.problem.duty");
        need(AnswerField.DUTY_UNTIL, "partner.problem.duty-until");
        ahead(AnswerField.DUTY_UNTIL);
    }

    private void infeasible() {
        if (!draft.said().contains(Outcome.INFEASIBLE)) return;
        need(AnswerField.REASON, "partner.problem.reason");
        need(AnswerField.OFFICER, "partner.problem.officer");
    }

    private void onward() {
        if (!asksForOnward(draft)) return;
        need(AnswerField.ONWARD, "partner.problem.onward");
        if (!draft.text(AnswerField.ONWARD).equals("yes")) return;
        for (int i = 0; i < Math.max(1, draft.recipients()); i++) {
            need(AnswerField.onward(i, "name"), "partner.problem.onward.name");
            past(AnswerField.onward(i, "told_on"));
            past(AnswerField.onward(i, "answered_on"));
        }
    }

    private void need(String field, String key) {
        if (draft.text(field).isBlank()) add(field, key);
    }

    private void past(String field) {
        var day = draft.text(field);
        if (!day.isEmpty() && (unreadable(day) || LocalDate.parse(day).isAfter(today.plusDays(1))))
            add(field, "partner.problem.future");
    }

    private void ahead(String field) {
        var day = draft.text(field);
        if (!day.isEmpty() && (unreadable(day) || LocalDate.parse(day).isBefore(today.minusDays(1))))
            add(field, "partner.problem.past");
    }

    private static boolean unreadable(String day) {
        try {
            LocalDate.parse(day);
            return false;
        } catch (DateTimeException e) {
            return true;
        }
    }

    private void add(String field, String key) {
        found.putIfAbsent(field, key);
    }
}
