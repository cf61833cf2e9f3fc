package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.Arrays;

/** A table with a name and column headings, in a card that scrolls sideways where the screen is narrow. */
public final class Table extends Div {

    private final Part rows = new Part("tbody");

    /** @param caption its name, read aloud and not shown */
    public Table(String caption, String... headings) {
        addClassNames("card", "table");
        getElement().setAttribute("tabindex", "0"); // so that the keyboard can scroll it
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        var head = new Part("tr");
        Arrays.stream(headings).map(Table::heading).forEach(head::add);
        add(new Part(
                "table", new Part("caption", Markup.span(caption, "visually-hidden")), new Part("thead", head), rows));
    }

    /** One more row; its first cell names it. */
    public Component row(Component... cells) {
        var row = new Part("tr");
        for (int i = 0; i < cells.length; i++) {
            var cell = new Part(i == 0 ? "th" : "td", cells[i]);
            if (i == 0) cell.getElement().setAttribute("scope", "row");
            row.add(cell);
        }
        rows.add(row);
        return row;
    }

    /** A row below another that says more about it, over all columns. */
    public void more(int columns, Component content) {
        var cell = new Part("td", content);
        cell.getElement().setAttribute("colspan", String.valueOf(columns));
        rows.add(new Part("tr", cell));
    }

    public void clear() {
        rows.removeAll();
    }

    private static Component heading(String text) {
        var heading = new Part("th", Markup.span(text));
        heading.getElement().setAttribute("scope", "col");
        return heading;
    }

    private static final class Part extends HtmlContainer {
        Part(String tag, Component... content) {
            super(tag);
            add(content);
        }
    }
}
