package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.Arrays;

/**
 * A table with a name and column headings, in a card. On a phone each row stands as a block of its own, and each cell says
 * its heading; the roles are written out because browsers forget what a table is once its cells stand below each other.
 */
public final class Table extends Div {

    private final Part rows = new Part("tbody", "rowgroup");
    private final String[] headings;

    /** @param caption its name, read aloud and not shown */
    public Table(String caption, String... headings) {
        this.headings = headings.clone();
        addClassNames("card", "table");
        getElement().setAttribute("tabindex", "0"); // so that the keyboard can scroll it
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        var head = new Part("tr", "row");
        Arrays.stream(headings).map(Table::heading).forEach(head::add);
        // no caption: beside written roles it is not what may stand in a table
        var table = new Part("table", "table", new Part("thead", "rowgroup", head), rows);
        table.getElement().setAttribute("aria-label", caption);
        add(table);
    }

    /** One more row; its first cell names it. */
    public Component row(Component... cells) {
        var row = new Part("tr", "row");
        for (int i = 0; i < cells.length; i++) {
            var cell = i == 0 ? new Part("th", "rowheader", cells[i]) : new Part("td", "cell", cells[i]);
            if (i == 0) cell.getElement().setAttribute("scope", "row");
            else cell.getElement().setAttribute("data-heading", headings[i]);
            row.add(cell);
        }
        rows.add(row);
        return row;
    }

    /** A row below another that says more about it, over all columns. */
    public void more(int columns, Component content) {
        var cell = new Part("td", "cell", content);
        cell.getElement().setAttribute("colspan", String.valueOf(columns));
        rows.add(new Part("tr", "row", cell));
    }

    public void clear() {
        rows.removeAll();
    }

    /** This table, or a card with that sentence while it has no row. */
    public Component or(String nothing) {
        return rows.getElement().getChildCount() > 0 ? this : Markup.p(nothing, "card");
    }

    private static Component heading(String text) {
        var heading = new Part("th", "columnheader", Markup.span(text));
        heading.getElement().setAttribute("scope", "col");
        return heading;
    }

    private static final class Part extends HtmlContainer {
        Part(String tag, String role, Component... content) {
            super(tag);
            getElement().setAttribute("role", role);
            add(content);
        }
    }
}
