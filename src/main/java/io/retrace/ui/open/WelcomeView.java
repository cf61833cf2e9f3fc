package io.retrace.ui.open;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.retrace.identity.CurrentUser;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Routes;
import io.retrace.ui.shell.SignIn;
import io.retrace.ui.shell.Start;

/** What this is and what it does, before anybody is asked to sign in. */
@Route(value = Routes.WELCOME, layout = OpenLayout.class)
@AnonymousAllowed
class WelcomeView extends Div implements HasDynamicTitle {

    private final Words words = Words.here();

    WelcomeView(CurrentUser user) {
        addClassNames("stack", "page", "landing");
        var steps = new OrderedList();
        steps.addClassName("steps");
        for (int i = 1; i <= 3; i++) {
            steps.add(new ListItem(Markup.box(
                    "row-body", Markup.h2(words.say("welcome.step." + i)), Markup.p(words.say("welcome.text." + i)))));
        }
        add(Markup.h1(words.say("welcome.title")), Markup.p(words.say("welcome.lead"), "lead"), door(user), steps);
        add(Markup.h2(words.say("welcome.honest")), Markup.p(words.say("welcome.honest.text")));
    }

    private Div door(CurrentUser user) {
        var home = Start.of(user);
        var door = user.signedIn() && !home.equals(Routes.WELCOME)
                ? Markup.link(home, words.say("welcome.go-on"), "btn", "primary")
                : Markup.away(SignIn.address(), words.say("welcome.sign-in"), "btn", "primary");
        return Markup.box("actions", door, Markup.p(words.say("welcome.sign-in.hint"), "small", "soft"));
    }

    @Override
    public String getPageTitle() {
        return words.say("title", words.say("welcome.title.short"));
    }
}
