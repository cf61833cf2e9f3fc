package io.retrace.ui.member;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.identity.Roles;
import io.retrace.ledger.MyLedger;
import io.retrace.ui.component.Markup;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;

/** What asking means, before the first question: at the companies, not in the app. */
@Route(value = "ask", layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class AskWhatView extends AskPage implements BeforeEnterObserver {

    private final MyLedger ledger;

    AskWhatView(MyLedger ledger) {
        super("ask.what.title");
        this.ledger = ledger;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var overview = ledger.overview();
        begin(Routes.MEMBER, 1, Markup.h1(say("ask.what.title")));
        if (overview.disclosed() == 0) {
            add(Markup.p(say("member.home.none"), "lead"));
            return;
        }
        var steps = new OrderedList();
        steps.addClassName("steps");
        for (var step : new String[] {"choose", "check", "undo", "follow"})
            steps.add(new ListItem(say("ask.what." + step)));
        add(
                Markup.p(say("ask.what.lead"), "lead"),
                steps,
                Markup.p(say("ask.what.app"), "notice"),
                Markup.box("actions", Markup.link("ask/which", say("ask.what.start"), "btn", "primary")));
    }
}
