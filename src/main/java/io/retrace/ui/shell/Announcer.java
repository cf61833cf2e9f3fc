package io.retrace.ui.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;

/** The one polite live region: says to screen readers what changed on the page without being asked. */
public final class Announcer extends Div {

    Announcer() {
        addClassName("visually-hidden");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "polite");
    }

    void installIn(UI ui) {
        ComponentUtil.setData(ui, Announcer.class, this);
    }

    /** Says it on the current page, if that page has a frame. */
    public static void say(String text) {
        var announcer = ComponentUtil.getData(UI.getCurrent(), Announcer.class);
        if (announcer != null) announcer.setText(text);
    }
}
