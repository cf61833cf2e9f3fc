package io.retrace.ui.open;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import io.retrace.identity.CurrentUser;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Start;
import jakarta.servlet.http.HttpServletResponse;

/** The one answer to what does not exist and to what is not yours. */
abstract class UnknownPage extends Div implements HasDynamicTitle {

    private final CurrentUser user;
    private final Words words = Words.here();

    UnknownPage(CurrentUser user) {
        this.user = user;
        addClassNames("stack", "page");
    }

    int show() {
        removeAll();
        add(
                Markup.h1(words.say("unknown.title")),
                Markup.p(words.say("unknown.text"), "lead"),
                Markup.link(Start.of(user), words.say("unknown.back"), "btn", "primary"));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return words.say("title", words.say("unknown.title"));
    }
}
