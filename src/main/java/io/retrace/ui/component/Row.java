package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** One line of a list of companies or requests: a letter, what there is to say, and a tag at its end. */
public final class Row extends ListItem {

    private final Div body = Markup.box("row-body");

    public Row(String name, Component title) {
        var letter = Markup.span(name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)), "logo");
        letter.getElement().setAttribute("aria-hidden", "true");
        body.add(title);
        add(letter, body);
    }

    public Row says(String text) {
        body.add(Markup.p(text));
        return this;
    }

    public Row notes(String text) {
        body.add(Markup.p(text, "small", "soft"));
        return this;
    }

    public Row with(Component more) {
        body.add(more);
        return this;
    }

    public Row tagged(Component tag) {
        add(tag);
        return this;
    }

    public static UnorderedList list(List<Row> rows) {
        var list = new UnorderedList();
        list.addClassName("rows");
        rows.forEach(list::add);
        return list;
    }
}
