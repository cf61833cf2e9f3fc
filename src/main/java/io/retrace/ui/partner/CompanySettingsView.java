package io.retrace.ui.partner;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.partners.CompanySettings;
import io.retrace.partners.Setting;
import io.retrace.shared.DomainException;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.ui.component.ErrorSummary;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Announcer;
import io.retrace.ui.shell.Routes;
import io.retrace.ui.shell.StepUp;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a company’s admin manages: each setting with its value, and the changes of late, which can be undone for a day. */
@Route(value = CompanySettingsView.PATH, layout = PartnerLayout.class)
@RolesAllowed(Roles.PARTNER_ADMIN)
class CompanySettingsView extends Page implements BeforeEnterObserver {

    static final String PATH = Routes.COMPANY + "/settings";

    private final CompanySettings settings;
    private final CurrentUser user;
    private final Clock clock;

    CompanySettingsView(CompanySettings settings, CurrentUser user, Clock clock) {
        super("stack", "page");
        this.settings = settings;
        this.user = user;
        this.clock = clock;
        entitle(say("settings.company"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show("");
    }

    /** Reads again what is true now; {@code said} stands on top, for what has just happened. */
    private void show(String said) {
        removeAll();
        var back = Markup.link(Routes.COMPANY, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("shell.nav.inbox")));
        add(Markup.box("crumb", back));
        if (!said.isEmpty()) {
            add(Markup.p(said, "notice", "good"));
            Announcer.say(said);
        }
        add(Markup.h1(say("settings.company")), Markup.p(say("settings.company.lead"), "lead"));
        boolean proved = user.assurance().freshAt(clock.instant());
        if (!proved) {
            add(Markup.box(
                    "stack confirm",
                    Markup.p(say("settings.company.prove")),
                    Markup.box("actions", Markup.primary(say("ask.check.prove.button"), this::prove))));
        }
        settings.mine()
                .forEach((setting, value) -> add(new SettingCard(setting, value, proved, words(), this::change)));
        add(Markup.h2(say("settings.company.recent")), new RecentChanges(settings.recent(), words(), this::undo));
    }

    private void change(Setting setting, @Nullable String value) {
        attempt(SettingCard.id(setting), () -> {
            settings.change(setting, value);
            show(say("settings.company.changed"));
        });
    }

    private void undo(CompanySettings.Recent change) {
        attempt(SettingCard.id(change.setting()), () -> {
            settings.undo(change.id());
            show(say("settings.company.undone"));
        });
    }

    /** What is typed in other cards stays where it is when a value is refused. */
    private void attempt(String field, Runnable action) {
        getChildren().filter(ErrorSummary.class::isInstance).toList().forEach(this::remove);
        try {
            action.run();
        } catch (StepUpRequired e) {
            prove();
        } catch (DomainException refusal) {
            addComponentAtIndex(
                    1, new ErrorSummary(say(refusal.key(), refusal.arguments().toArray()), field, words()));
        }
    }

    private void prove() {
        getUI().ifPresent(ui -> ui.getPage().setLocation(StepUp.address("/" + PATH)));
    }
}
