package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.OnwardDesk.Named;
import io.retrace.obligations.OnwardForm;
import io.retrace.ui.component.Field;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is typed about one recipient, and what was wrong with it. */
final class NamedForm {

    private final Words words;
    private final Map<String, String> typed = new HashMap<>();
    private Map<String, String> problems = Map.of();
    private boolean amending;

    NamedForm(Words words) {
        this.words = words;
    }

    static NamedForm of(Named named, Words words) {
        var form = new NamedForm(words);
        form.put("recipient", named.recipient());
        form.put("domain", named.domain());
        form.put("purpose", named.purpose());
        form.put("told_on", named.toldOn());
        form.put("answered_on", named.answeredOn());
        form.put("outcome", named.outcome() == null ? null : key(named.outcome()));
        return form;
    }

    NamedForm with(Map<String, String> found) {
        problems = found;
        return this;
    }

    /** Something else stands: the reason is asked for. */
    NamedForm amending(String why) {
        amending = true;
        problems = Map.of("amends", why);
        return this;
    }

    boolean filled() {
        return typed.values().stream().anyMatch(text -> !text.isBlank());
    }

    OnwardForm said() {
        return new OnwardForm(
                text("recipient").strip(),
                orNull(text("domain").strip().toLowerCase(Locale.ROOT)),
                orNull(text("purpose").strip()),
                day("told_on"),
                day("answered_on"),
                outcome(),
                amending ? orNull(text("amends").strip()) : null);
    }

    Div fields() {
        var outcomes = new LinkedHashMap<String, String>();
        outcomes.put("", words.say("partner.named.outcome.none"));
        for (var outcome : Outcome.values()) outcomes.put(key(outcome), words.say("answer.outcome." + key(outcome)));
        var box = Markup.box(
                "fields",
                line("recipient", words.say("partner.onward.name"), "200"),
                line("domain", words.say("partner.named.domain"), "253").hint(words.say("partner.named.domain.hint")),
                line("purpose", words.say("partner.named.purpose"), "200"),
                date("told_on", words.say("partner.onward.told")),
                date("answered_on", words.say("partner.onward.answered")),
                checked(
                        "outcome",
                        Field.choice(
                                id("outcome"),
                                words.say("partner.named.outcome"),
                                text("outcome"),
                                outcomes,
                                text -> put("outcome", text))));
        if (amending) box.add(line("amends", words.say("partner.named.amends"), "500"));
        return box;
    }

    private Field line(String name, String label, String most) {
        return checked(name, Field.line(id(name), label, text(name), text -> put(name, text)))
                .of("maxlength", most);
    }

    private Field date(String name, String label) {
        return checked(name, Field.day(id(name), label, text(name), text -> put(name, text)));
    }

    private Field checked(String name, Field field) {
        return field.problem(problems.getOrDefault(name, ""));
    }

    private @Nullable LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            return null; // a browser sends whole days or nothing
        }
    }

    private @Nullable Outcome outcome() {
        for (var outcome : Outcome.values()) if (key(outcome).equals(text("outcome"))) return outcome;
        return null;
    }

    private void put(String name, @Nullable Object value) {
        typed.put(name, value == null ? "" : value.toString());
    }

    private String text(String name) {
        return typed.getOrDefault(name, "");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String id(String name) {
        return "named-" + name;
    }

    private static String key(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
