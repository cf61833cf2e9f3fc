package io.retrace.ui.member;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import io.retrace.identity.Roles;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Language;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;

/** Language, and what we keep. */
@Route(value = Routes.SETTINGS, layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class SettingsView extends Page {

    SettingsView() {
        super("stack", "page");
        entitle(say("shell.settings"));
        var languages = Markup.box("actions");
        for (var language : Language.spoken()) {
            var button = Markup.quiet(language.getDisplayLanguage(language), () -> Language.choose(language));
            button.getElement().setAttribute("lang", language.toLanguageTag());
            if (isCurrent(language)) button.getElement().setAttribute("aria-current", "true");
            languages.add(button);
        }
        var kept = new UnorderedList();
        for (var what : new String[] {"requests", "evidence", "drafts", "contact", "language"})
            kept.add(new ListItem(say("settings.kept." + what)));
        add(
                Markup.h1(say("shell.settings")),
                Markup.h2(say("settings.language")),
                languages,
                Markup.h2(say("settings.leave")),
                Markup.p(say("settings.leave.text")),
                Markup.h2(say("settings.kept")),
                kept);
    }

    private boolean isCurrent(Locale language) {
        return language.getLanguage().equals(words().locale().getLanguage());
    }
}
