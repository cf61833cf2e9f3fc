package io.retrace.ui.open;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Faults;
import jakarta.servlet.http.HttpServletResponse;

/** A page that could not be made: says so with an incident number, and nothing of what is inside. */
@ParentLayout(OpenLayout.class)
@AnonymousAllowed
class FaultPage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private final Words words = Words.here();

    FaultPage() {
        addClassNames("stack", "page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        removeAll();
        add(
                Markup.h1(words.say("fault.title")),
                Markup.p(words.say("fault.text"), "lead"),
                Markup.p(words.say("fault.incident", Faults.record(parameter.getException())), "num"),
                Markup.away("/" + event.getLocation().getPath(), words.say("fault.again"), "btn", "primary"));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return words.say("title", words.say("fault.title"));
    }
}
