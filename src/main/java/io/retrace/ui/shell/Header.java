package io.retrace.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.retrace.ui.component.Mark;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bar on top: where one is, and the quick way out. */
final class Header extends com.vaadin.flow.component.html.Header {

    private final Map<Anchor, Audience.Entry> entries = new LinkedHashMap<>();

    Header(Audience audience, URI quickExit) {
        var words = Words.here();
        addClassName("bar");
        add(mark(audience));
        if (!audience.entries().isEmpty()) add(navigation(audience, words));
        if (audience.discreet()) add(new QuickExit(quickExit, words));
    }

    private static Anchor mark(Audience audience) {
        var mark = Markup.link(audience.home(), "", "mark");
        mark.add(new Mark(), Markup.span("Retrace"));
        return mark;
    }

    private Nav navigation(Audience audience, Words words) {
        var nav = new Nav();
        nav.setAriaLabel(words.say("shell.nav"));
        for (var entry : audience.entries()) {
            var link = Markup.link(entry.path(), words.say(entry.key()));
            entries.put(link, entry);
            nav.add(link);
        }
        return nav;
    }

    /** Marks the entry that claims most of this address. */
    void current(String address) {
        var most = entries.values().stream()
                .mapToInt(entry -> entry.claims(address))
                .max()
                .orElse(-1);
        entries.forEach((link, entry) -> {
            if (most >= 0 && entry.claims(address) == most) link.getElement().setAttribute("aria-current", "page");
            else link.getElement().removeAttribute("aria-current");
        });
    }
}
