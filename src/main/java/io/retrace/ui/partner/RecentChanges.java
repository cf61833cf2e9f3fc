package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
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
        var list = new UnorderedList();
        list.addClassNames("rows", "changes");
        changes.forEach(change -> list.add(row(change)));
        add(list);
    }

    private ListItem row(Recent change) {
        var name = words.say("setting." + SettingCard.word(change.setting()));
        var told = Markup.box("stack", Markup.strong(name));
        if (!change.forgotten()) {
            told.add(Markup.p(words.say(
                    "settings.company.from-to",
                    SettingCard.shown(change.setting(), change.before(), words),
                    SettingCard.shown(change.setting(), change.after(), words))));
        }
        told.add(Markup.p(state(change), "small", "soft"));
        var item = new ListItem(told);
        if (change.undoable()) {
            var button = Markup.quiet(words.say("setting.undo"), () -> undo.accept(change));
            button.getElement().setAttribute("aria-label", words.say("setting.undo") + ": " + name);
            item.add(button);
        }
        return item;
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
