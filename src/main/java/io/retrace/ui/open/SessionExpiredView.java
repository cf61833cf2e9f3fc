package io.retrace.ui.open;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Routes;
import io.retrace.ui.shell.SignIn;

/** Says that the session ended and why, and leads back to where the person was. */
@Route(value = Routes.SESSION_EXPIRED, layout = OpenLayout.class)
@AnonymousAllowed
class SessionExpiredView extends Div implements HasDynamicTitle {

    private final Words words = Words.here();
    private final Anchor back;

    SessionExpiredView() {
        addClassNames("stack", "page");
        back = Markup.away(SignIn.address(), words.say("expired.back"), "btn", "primary");
        add(
                Markup.h1(words.say("expired.title")),
                Markup.p(words.say("expired.text"), "lead"),
                Markup.p(words.say("expired.kept")),
                Markup.box("actions", back));
    }

    /** The browser knows where it came from; only a path on this very site is believed. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("""
                        if (!document.referrer) return '';
                        const from = new URL(document.referrer);
                        return from.origin === location.origin ? from.pathname + from.search : '';""").then(String.class, this::leadBackTo);
    }

    private void leadBackTo(String path) {
        back.setHref(SignIn.address(path));
    }

    @Override
    public String getPageTitle() {
        return words.say("title", words.say("expired.title"));
    }
}
