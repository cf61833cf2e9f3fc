package io.retrace.ui.member;

import io.retrace.obligations.Attestation;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.obligations.CompanyWord;
import io.retrace.ui.component.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a company answered, in plain sentences. What it wrote itself stands in quotation marks, as plain text. */
record AnswerSentences(Words words, Attestation answer) {

    String summary() {
        var parts = new ArrayList<String>();
        if (answer.outcome() == CompanyWord.HAD_NOTHING) {
            parts.add(words.say("answer.had-nothing", answer.erasedItems()));
        } else {
            erased(parts);
            kept(parts);
            infeasible(parts);
        }
        var backups = answer.form().backupsUntil();
        if (backups != null) parts.add(words.say("answer.backups", words.date(backups)));
        return String.join(" ", parts);
    }

    /** "Confirmed 6 November 2026 by Dana Ortiz, Data Protection Lead" */
    String declared() {
        var declarant = answer.form().declarant();
        return words.say(
                declarant.perjury() ? "answer.declared.perjury" : "answer.declared",
                words.date(answer.receivedAt()),
                declarant.name(),
                declarant.title());
    }

    private void erased(List<String> parts) {
        var photos = answer.erasedItems();
        var derived = subjects(Outcome.ERASED).stream()
                .filter(subject -> subject != Subject.PHOTOS)
                .map(subject -> words.say("answer.their." + key(subject)))
                .toList();
        if (photos > 0) {
            var things = new ArrayList<>(List.of(words.say("answer.photos", photos)));
            things.addAll(derived);
            parts.add(words.say("answer.erased", words.list(things)));
        } else if (!derived.isEmpty()) {
            parts.add(words.say("answer.erased", words.list(derived)));
        }
    }

    private void kept(List<String> parts) {
        var kept = answer.form().kept();
        if (kept == null) return;
        var what = things(Outcome.KEPT);
        parts.add(words.say("answer.kept", what, words.date(kept.until()), kept.duty()));
    }

    private void infeasible(List<String> parts) {
        var infeasible = answer.form().infeasible();
        if (infeasible == null) return;
        parts.add(
                words.say("answer.infeasible", things(Outcome.INFEASIBLE), infeasible.reason(), infeasible.officer()));
    }

    /** Photos count by item; an exception may keep single photos where the answer for photos says erased. */
    private String things(Outcome outcome) {
        var things = new ArrayList<String>();
        var single = answer.form().exceptions().stream()
                .filter(exception -> exception.outcome() == outcome)
                .count();
        if (answer.form().subjects().get(Subject.PHOTOS) == outcome) {
            things.add(words.say("answer.photos", answer.keptItems()));
        } else if (single > 0) {
            things.add(words.say("answer.photos", (int) single));
        }
        subjects(outcome).stream()
                .filter(subject -> subject != Subject.PHOTOS)
                .forEach(subject -> things.add(words.say("answer.their." + key(subject))));
        return things.isEmpty() ? words.say("answer.something") : words.list(things);
    }

    private List<Subject> subjects(Outcome outcome) {
        return Arrays.stream(Subject.values())
                .filter(subject -> answer.form().subjects().get(subject) == outcome)
                .toList();
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
