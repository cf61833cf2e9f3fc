package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/** A list of what and which, such as the answers to check before sending. */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    public Facts fact(String name, String value) {
        return fact(name, Markup.span(value));
    }

    /** A fact with more beside it, such as a link to change it. */
    public Facts fact(String name, Component... value) {
        var description = new Description();
        description.add(value);
        var row = new Div(new Term(name), description);
        row.addClassName("fact");
        getElement().appendChild(row.getElement());
        return this;
    }
}
