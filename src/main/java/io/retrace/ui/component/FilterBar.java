package io.retrace.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields in a row that lead to the same page with other questions in its address. */
public final class FilterBar extends HtmlContainer {

    private final String path;
    private final Map<String, String> values;

    public FilterBar(String path, Asked asked) {
        super("form");
        this.path = path;
        this.values = new LinkedHashMap<>(asked.values());
        addClassName("filters");
        getElement().addEventListener("submit", _ -> go()).preventDefault();
    }

    public FilterBar line(String name, String label) {
        add(Field.line(name, label, value(name), text -> values.put(name, text)).as("short"));
        return this;
    }

    public FilterBar day(String name, String label) {
        add(Field.day(name, label, value(name), text -> values.put(name, text)));
        return this;
    }

    /** One of these, by value and text; the first stands for any and has no value. */
    public FilterBar choice(String name, String label, Map<String, String> options) {
        add(Field.choice(name, label, value(name), options, chosen -> values.put(name, chosen))
                .as("short"));
        return this;
    }

    public FilterBar button(String label) {
        var button = Markup.button(label, "btn quiet slim", () -> {});
        button.getElement().setAttribute("type", "submit");
        add(button);
        return this;
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    private void go() {
        values.values().removeIf(String::isBlank);
        values.replaceAll((_, text) -> text.strip());
        UI.getCurrent().navigate(path, QueryParameters.simple(values));
    }
}
