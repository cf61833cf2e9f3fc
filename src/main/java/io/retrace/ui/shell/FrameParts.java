package io.retrace.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.retrace.identity.CurrentUser;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes the parts that stand around every page. */
@Component
public class FrameParts {

    private final UiSettings settings;
    private final CurrentUser user;
    private final AuthenticationContext authentication;

    FrameParts(UiSettings settings, CurrentUser user, AuthenticationContext authentication) {
        this.settings = settings;
        this.user = user;
        this.authentication = authentication;
    }

    Header header(Audience audience) {
        return new Header(audience, settings.quickExit());
    }

    Announcer announcer() {
        var announcer = new Announcer();
        announcer.installIn(UI.getCurrent());
        return announcer;
    }

    Footer footer(Audience audience) {
        var words = Words.here();
        var footer = new Footer();
        footer.addClassName("foot");
        var languages = Markup.box("languages");
        Translations.LANGUAGES.forEach(language -> languages.add(language(language, words)));
        var actions = Markup.box("actions");
        if (audience == Audience.MEMBER) actions.add(Markup.link(Routes.SETTINGS, words.say("shell.settings")));
        if (user.signedIn()) {
            actions.add(Markup.button(words.say("shell.sign-out"), "link", authentication::logout));
        }
        footer.add(Markup.p(words.say("shell.footer"), "small", "soft"), languages, actions);
        return footer;
    }

    private static NativeButton language(Locale language, Words words) {
        var button = Markup.button(language.getDisplayLanguage(language), "link", () -> Language.choose(language));
        button.getElement().setAttribute("lang", language.toLanguageTag());
        if (language.getLanguage().equals(words.locale().getLanguage()))
            button.getElement().setAttribute("aria-current", "true");
        return button;
    }
}
