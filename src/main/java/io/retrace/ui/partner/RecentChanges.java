package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Div;
import io.retrace.partners.CompanySettings.Recent;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What was changed of a company’s record lately; what can still be undone has a button. */
final class RecentChanges extends Div {

    private final Words words;
    private final Consumer<Recent> undo;

    RecentChanges(List<Recent> changes, Words words, Consumer<Recent> undo) {
        this.words = words;
        this.undo = undo;
        if (changes.isEmpty()) {
            add(Markup.p(words.say("settings.company.recent.none"), "soft"));
            return;
        }
        addClassName("stack");
        changes.forEach(change -> add(card(change)));
    }

    private Div card(Recent change) {
        var name = words.say("setting." + SettingCard.word(change.setting()));
        var card = Markup.box("card stack change", Markup.strong(name));
        if (!change.forgotten()) {
            card.add(Markup.p(words.say(
                    "settings.company.from-to",
                    SettingCard.shown(change.setting(), change.before(), words),
                    SettingCard.shown(change.setting(), change.after(), words))));
        }
        card.add(Markup.p(state(change), "small", "soft"));
        if (change.undoable()) {
            var button = Markup.quiet(words.say("setting.undo"), () -> undo.accept(change));
            button.getElement().setAttribute("aria-label", words.say("setting.undo") + ": " + name);
            card.add(Markup.box("actions", button));
        }
        return card;
    }

    private String state(Recent change) {
        var undone = change.undoneAt();
        if (undone != null) {
            return words.say("settings.company.state.undone", moment(change.at()), moment(undone));
        }
        return words.say(
                change.undoable() ? "settings.company.state.open" : "settings.company.state.final",
                moment(change.at()),
                moment(change.undoableUntil()));
    }

    private String moment(Instant at) {
        return words.phrases().moment(at);
    }
}
