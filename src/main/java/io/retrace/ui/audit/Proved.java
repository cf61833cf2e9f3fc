package io.retrace.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Pre;
import io.retrace.ui.component.Markup;

/** Text that is checked byte for byte: shown as it is, and scrolled sideways where it is long. */
final class Proved {

    private Proved() {}

    static Component text(String name, String text) {
        var pre = new Pre(text);
        pre.addClassName("verbatim");
        pre.getElement().setAttribute("tabindex", "0"); // so that the keyboard can scroll it
        pre.getElement().setAttribute("role", "region");
        pre.getElement().setAttribute("aria-label", name);
        return pre;
    }

    static Component code(String text) {
        return Markup.span(text, "ref");
    }
}
