package io.retrace.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.retrace.obligations.AttestationForm;
import io.retrace.obligations.AttestationForm.OnwardRecipient;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything one answer says, field by field, as it was given. */
public final class AnswerFacts extends Div {

    private final Words words;
    private final Facts facts = new Facts();

    public AnswerFacts(AttestationForm form, Words words) {
        this.words = words;
        addClassName("stack");
        subjects(form);
        if (form.method() != null) fact("answer.method", words.say("answer.method." + word(form.method())));
        day("answer.live-erased", form.liveErasedOn());
        day("answer.backups-until", form.backupsUntil());
        if (form.kept() != null) {
            fact("answer.duty", form.kept().duty());
            day("answer.duty-until", form.kept().until());
        }
        if (form.infeasible() != null) {
            fact("answer.reason", form.infeasible().reason());
            fact("answer.officer", form.infeasible().officer());
        }
        form.onward().forEach(other -> fact("answer.onward", onward(other)));
        fact(
                "answer.declarant",
                form.declarant().name() + ", " + form.declarant().title());
        if (form.declarant().perjury()) fact("answer.perjury", words.say("answer.perjury.yes"));
        add(facts);
    }

    /** With the references of the items that differ: for the company and for staff, to whom they mean something. */
    public AnswerFacts withItems(AttestationForm form) {
        for (var outcome : Outcome.values()) {
            var items = form.exceptions().stream()
                    .filter(exception -> exception.outcome() == outcome)
                    .map(exception -> exception.item().toString())
                    .toList();
            if (!items.isEmpty()) add(items(outcome, items));
        }
        return this;
    }

    private Div items(Outcome outcome, List<String> items) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        items.forEach(item -> list.add(new ListItem(Markup.span(item, "ref"))));
        var summary = words.say("answer.items", items.size(), words.say("answer.outcome." + word(outcome)));
        return Markup.box("differing", Markup.details(summary, list));
    }

    private void subjects(AttestationForm form) {
        Arrays.stream(Subject.values())
                .filter(form.subjects()::containsKey)
                .forEach(subject -> fact(
                        "answer.subject." + word(subject),
                        words.say("answer.outcome." + word(form.subjects().get(subject)))));
    }

    private void fact(String key, String value) {
        facts.fact(words.say(key), value);
    }

    private void day(String key, @Nullable LocalDate day) {
        if (day != null) fact(key, words.date(day));
    }

    private String onward(OnwardRecipient other) {
        if (other.toldOn() == null) return words.say("answer.onward.untold", other.name());
        return other.answeredOn() == null
                ? words.say("answer.onward.told", other.name(), words.date(other.toldOn()))
                : words.say(
                        "answer.onward.answered",
                        other.name(),
                        words.date(other.toldOn()),
                        words.date(other.answeredOn()));
    }

    private static String word(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
