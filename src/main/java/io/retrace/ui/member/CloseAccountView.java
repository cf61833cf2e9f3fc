package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.MyAccount;
import io.retrace.identity.Roles;
import io.retrace.requests.MyRequests;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Announcer;
import io.retrace.ui.shell.Routes;
import io.retrace.ui.shell.StepUp;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;

/** Closing the account: what goes, what stays and why, then one button; afterwards the time to change one’s mind. */
@Route(value = CloseAccountView.PATH, layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class CloseAccountView extends Page implements BeforeEnterObserver {

    static final String PATH = Routes.SETTINGS + "/close";

    private final MyAccount account;
    private final MyRequests requests;
    private final CurrentUser user;
    private final Clock clock;
    private final Duration undo;

    CloseAccountView(
            MyAccount account,
            MyRequests requests,
            CurrentUser user,
            Clock clock,
            @Value("${retrace.erasing.undo:24h}") Duration undo) {
        super("stack", "page");
        this.account = account;
        this.requests = requests;
        this.user = user;
        this.clock = clock;
        this.undo = undo;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show("");
    }

    /** Reads again what is true now; {@code said} stands on top, for what has just happened. */
    private void show(String said) {
        removeAll();
        var back = Markup.link(Routes.SETTINGS, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("shell.settings")));
        add(Markup.box("crumb", back));
        if (!said.isEmpty()) {
            add(Markup.p(said, "notice"));
            Announcer.say(said);
        }
        account.closing().ifPresentOrElse(closing -> add(new ClosingCard(closing, words(), this::keep)), this::explain);
        entitle(say(account.closing().isPresent() ? "closing.title" : "settings.close"));
    }

    private void explain() {
        add(
                Markup.h1(say("close.title")),
                Markup.p(say("close.lead"), "lead"),
                Markup.h2(say("close.goes")),
                list("close.goes.", "account", "photos", "typed"),
                Markup.h2(say("close.stays")),
                list("close.stays.", "evidence", "receipts", "mark", "security"),
                Markup.h2(say("close.requests")),
                Markup.p(underWay()),
                Markup.h2(say("close.before")),
                Markup.p(say("close.before.text")),
                Markup.box(
                        "actions",
                        Markup.link(Routes.REQUESTS, say("close.before.receipts"), "btn", "quiet"),
                        Markup.link("ask", say("close.before.ask"), "btn", "quiet")),
                Markup.h2(say("close.then")),
                steps(),
                confirmation());
    }

    private String underWay() {
        int open = (int) requests.all().stream()
                .filter(request -> request.status().open())
                .count();
        return say("close.requests.open", open);
    }

    private UnorderedList list(String prefix, String... items) {
        var list = new UnorderedList();
        list.addClassName("bullets");
        for (var item : items) list.add(new ListItem(say(prefix + item)));
        return list;
    }

    private OrderedList steps() {
        var steps = new OrderedList();
        steps.addClassName("steps");
        steps.add(
                new ListItem(say("close.then.undo", UndoWindow.inWords(undo, words()))),
                new ListItem(say("close.then.erase")),
                new ListItem(say("close.then.mail")));
        return steps;
    }

    private Component confirmation() {
        if (user.assurance().freshAt(clock.instant())) {
            return Markup.box(
                    "stack confirm",
                    Markup.p(say("close.proved"), "notice"),
                    Markup.box(
                            "actions",
                            Markup.button(say("close.order"), "btn danger", this::close),
                            Markup.link(Routes.SETTINGS, say("close.stay"), "btn", "quiet")));
        }
        return Markup.box(
                "stack confirm",
                Markup.p(say("close.prove")),
                Markup.box(
                        "actions",
                        Markup.primary(say("ask.check.prove.button"), this::prove),
                        Markup.link(Routes.SETTINGS, say("close.stay"), "btn", "quiet")));
    }

    private void prove() {
        getUI().ifPresent(ui -> ui.getPage().setLocation(StepUp.address("/" + PATH)));
    }

    private void close() {
        try {
            account.close();
            show("");
        } catch (StepUpRequired e) {
            prove();
        }
    }

    private void keep() {
        try {
            account.keep();
            show(say("closing.kept"));
        } catch (Conflict tooLate) {
            show(say(tooLate.key()));
        }
    }
}
