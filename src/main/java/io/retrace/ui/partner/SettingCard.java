package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.retrace.partners.Setting;
import io.retrace.ui.component.Field;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One setting of a company: what it is for, how it stands, and where it is changed. */
final class SettingCard extends Div {

    private final Setting setting;
    private final Words words;
    private String typed = "";

    /** @param proved whether the person has just proved who they are: only then there is something to fill in */
    SettingCard(Setting setting, String value, boolean proved, Words words, Changed changed) {
        this.setting = setting;
        this.words = words;
        addClassNames("card", "stack");
        var name = words.say("setting." + word(setting));
        add(
                Markup.h2(name),
                Markup.p(words.say("setting." + word(setting) + ".text")),
                Markup.p(shown(setting, value, words), "value"));
        if (!proved) return;
        add(field(value), Markup.box("actions", button("change", () -> changed.to(setting, typed))));
        if (setting == Setting.SIGNING_KEY && !value.isEmpty()) {
            add(Markup.box("actions", button("retire", () -> changed.to(setting, null))));
        }
    }

    static String id(Setting setting) {
        return "setting-" + word(setting);
    }

    static String word(Setting setting) {
        return setting.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A language by its name; that there is nothing is said. */
    static String shown(Setting setting, String value, Words words) {
        if (value.isEmpty())
            return words.say(setting == Setting.LANGUAGE ? "setting.language.unchosen" : "setting.undo-link.none");
        if (setting != Setting.LANGUAGE) return value;
        return Locale.of(value).getDisplayLanguage(words.locale());
    }

    private Field field(String value) {
        var label = words.say("setting." + word(setting) + ".new");
        if (setting != Setting.LANGUAGE) return Field.line(id(setting), label, "", text -> typed = text);
        var languages = new LinkedHashMap<String, String>();
        for (var language : new String[] {"en", "de"}) languages.put(language, shown(setting, language, words));
        typed = value.isEmpty() ? "en" : value;
        return Field.choice(id(setting), label, typed, languages, text -> typed = text);
    }

    /** Its name says what it changes, for whoever hears only the button. */
    private NativeButton button(String action, Runnable pressed) {
        var button = Markup.quiet(words.say("setting." + action), pressed);
        button.getElement()
                .setAttribute(
                        "aria-label", words.say("setting." + action) + ": " + words.say("setting." + word(setting)));
        return button;
    }

    /** Hears the new value; {@code null} for none. */
    @FunctionalInterface
    interface Changed {
        void to(Setting setting, @Nullable String value);
    }
}
