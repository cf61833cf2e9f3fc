package io.retrace.obligations;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.shared.DomainException.RuleViolation;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an attestation must and must not say, whoever sends it. Throws {@code RuleViolation} naming the first field that
 * breaks a rule, as the wire names it.
 *
 * @param items how many items the obligation has
 * @param firstDisclosedOn when the company received the first of them
 * @param today in the controller’s zone; a company may be a day ahead of us, or a day behind
 */
record AttestationRules(int items, LocalDate firstDisclosedOn, LocalDate today) {

    private static final int MOST_EXCEPTIONS = 10_000;
    private static final int MOST_RECIPIENTS = 100;
    private static final Pattern ANSWER_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    /** First of all: what names the answer must be a name. */
    static void checkId(String answerId) {
        if (!ANSWER_ID.matcher(answerId).matches()) throw broken("answer_id", "error.answer.id");
    }

    /** Before items are looked up: not too many, and each once. */
    static void checkItems(AttestationForm form) {
        var exceptions = form.exceptions();
        if (exceptions.size() > MOST_EXCEPTIONS) throw broken("exceptions", "error.answer.too-many", MOST_EXCEPTIONS);
        var named = new HashSet<ItemRef>();
        for (int i = 0; i < exceptions.size(); i++) {
            if (!named.add(exceptions.get(i).item())) {
                throw broken("exceptions[" + i + "].item", "error.answer.item-twice");
            }
        }
    }

    /** All the rest. */
    void check(AttestationForm form) {
        checkId(form.answerId());
        checkItems(form);
        for (var subject : Subject.values()) {
            if (!form.subjects().containsKey(subject)) throw broken(path(subject), "error.answer.missing");
        }
        exceptions(form);
        var said = Finding.everythingSaid(form);
        erasing(form, said);
        keeping(form, said);
        infeasible(form, said);
        onward(form, said);
        text("declarant.name", form.declarant().name(), 120);
        text("declarant.title", form.declarant().title(), 120);
        var amends = form.amends();
        if (amends != null) text("amends", amends, 500);
    }

    private void exceptions(AttestationForm form) {
        var exceptions = form.exceptions();
        for (int i = 0; i < exceptions.size(); i++) {
            if (exceptions.get(i).outcome() == form.subjects().get(Subject.PHOTOS)) {
                throw broken("exceptions[" + i + "].outcome", "error.answer.no-exception");
            }
        }
        if (exceptions.size() >= items) {
            throw broken("exceptions", "error.answer.all-excepted");
        }
    }

    /** How and when it went is said exactly when something went. */
    private void erasing(AttestationForm form, Set<Outcome> said) {
        var erased = said.contains(Outcome.ERASED);
        var liveErasedOn = form.liveErasedOn();
        var backupsUntil = form.backupsUntil();
        if (erased != (form.method() != null)) {
            throw broken("method", erased ? "error.answer.missing" : "error.answer.nothing-erased");
        }
        if (erased != (liveErasedOn != null)) {
            throw broken("live_erased_on", erased ? "error.answer.missing" : "error.answer.nothing-erased");
        }
        if (liveErasedOn != null) {
            if (liveErasedOn.isAfter(today.plusDays(1))) throw broken("live_erased_on", "error.answer.future");
            if (liveErasedOn.isBefore(firstDisclosedOn.minusDays(1))) {
                throw broken("live_erased_on", "error.answer.before-disclosure");
            }
        }
        if (backupsUntil == null) return;
        if (!erased) throw broken("backups_until", "error.answer.nothing-erased");
        notPast("backups_until", backupsUntil);
    }

    private void keeping(AttestationForm form, Set<Outcome> said) {
        var kept = form.kept();
        if (said.contains(Outcome.KEPT) != (kept != null)) {
            throw broken("kept", kept == null ? "error.answer.missing" : "error.answer.nothing-kept");
        }
        if (kept == null) return;
        text("kept.duty", kept.duty(), 500);
        notPast("kept.until", kept.until());
    }

    private void infeasible(AttestationForm form, Set<Outcome> said) {
        var infeasible = form.infeasible();
        if (said.contains(Outcome.INFEASIBLE) != (infeasible != null)) {
            throw broken("infeasible", infeasible == null ? "error.answer.missing" : "error.answer.nothing-infeasible");
        }
        if (infeasible == null) return;
        text("infeasible.reason", infeasible.reason(), 2000);
        text("infeasible.officer", infeasible.officer(), 120);
    }

    private void onward(AttestationForm form, Set<Outcome> said) {
        var onward = form.onward();
        if (onward.size() > MOST_RECIPIENTS) throw broken("onward", "error.answer.too-many", MOST_RECIPIENTS);
        if (!onward.isEmpty() && Finding.onlyNeverHeld(said)) throw broken("onward", "error.answer.nothing-held");
        for (int i = 0; i < onward.size(); i++) {
            var recipient = onward.get(i);
            var path = "onward[" + i + "]";
            text(path + ".name", recipient.name(), 200);
            var told = recipient.toldOn();
            var answered = recipient.answeredOn();
            happened(path + ".told_on", told);
            happened(path + ".answered_on", answered);
            if (answered != null && (told == null || answered.isBefore(told))) {
                throw broken(path + ".answered_on", "error.answer.answered-before-told");
            }
        }
    }

    private void happened(String field, @Nullable LocalDate day) {
        if (day == null) return;
        if (day.isAfter(today.plusDays(1))) throw broken(field, "error.answer.future");
        if (day.isBefore(firstDisclosedOn.minusDays(1))) throw broken(field, "error.answer.before-disclosure");
    }

    private void notPast(String field, LocalDate day) {
        if (day.isBefore(today.minusDays(1))) throw broken(field, "error.answer.past");
        if (day.isAfter(today.plusYears(100))) throw broken(field, "error.answer.too-far");
    }

    static void text(String field, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) throw broken(field, "error.answer.too-long", most);
        if (text.codePoints().anyMatch(AttestationRules::unprintable)) throw broken(field, "error.text-control");
        if (text.isBlank()) throw broken(field, "error.answer.missing");
    }

    /** Control characters, halves of characters, and those that turn the reading direction of what stands around them. */
    private static boolean unprintable(int character) {
        return Character.isISOControl(character) && character != '\n'
                || Character.getType(character) == Character.SURROGATE
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }

    private static String path(Subject subject) {
        return switch (subject) {
            case PHOTOS -> "subjects.photos";
            case FACE_TEMPLATES -> "subjects.face_templates";
            case DERIVED_DATA -> "subjects.derived_data";
            case MODELS -> "subjects.models";
        };
    }

    private static RuleViolation broken(String field, String key, Object... arguments) {
        return new RuleViolation(field, key, arguments);
    }
}
