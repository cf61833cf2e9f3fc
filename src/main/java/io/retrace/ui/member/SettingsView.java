package io.retrace.ui.member;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import io.retrace.identity.MyAccount;
import io.retrace.identity.Roles;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Language;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;

/** Language, what we keep, and the way out. */
@Route(value = Routes.SETTINGS, layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class SettingsView extends Page {

    SettingsView(MyAccount account) {
        super("stack", "page");
        entitle(say("shell.settings"));
        boolean closing = account.closing().isPresent();
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
                kept,
                Markup.h2(say("settings.close")),
                Markup.p(say(closing ? "settings.closing.text" : "settings.close.text")),
                Markup.box(
                        "actions",
                        Markup.link(
                                CloseAccountView.PATH,
                                say(closing ? "settings.closing.open" : "settings.close.open"),
                                "btn",
                                "quiet")));
    }

    private boolean isCurrent(Locale language) {
        return language.getLanguage().equals(words().locale().getLanguage());
    }
}
