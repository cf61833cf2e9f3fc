package io.retrace.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A native field with its label, hint and problem. What is typed is heard half a second after the last key, so that a
 * draft on the server is never far behind.
 */
public final class Field extends Div {

    private static final int SETTLE_MILLIS = 500;

    private final Element input;
    private final List<String> described = new ArrayList<>();

    private Field(String tag, String id, String label, String value, Typed typed) {
        addClassName("field");
        input = new Element(tag);
        input.setAttribute("id", id);
        input.setAttribute("autocomplete", "off");
        input.setProperty("value", value);
        input.addPropertyChangeListener("value", "input", event -> {
                    if (event.isUserOriginated()) typed.as(input.getProperty("value", ""));
                })
                .debounce(SETTLE_MILLIS);
        input.addPropertyChangeListener("value", "change", _ -> {}); // at once when the field is left
        var text = new NativeLabel(label);
        text.setFor(id);
        add(text);
        getElement().appendChild(input);
    }

    /** One line of text. */
    public static Field line(String id, String label, String value, Typed typed) {
        return new Field("input", id, label, value, typed).of("type", "text");
    }

    /** A day; its value is written 2026-11-24, whatever the browser shows. */
    public static Field day(String id, String label, String value, Typed typed) {
        return new Field("input", id, label, value, typed).of("type", "date").as("short");
    }

    /** Several lines of text. */
    public static Field area(String id, String label, String value, Typed typed) {
        return new Field("textarea", id, label, value, typed);
    }

    /** One of these, by value and text. */
    public static Field choice(String id, String label, String value, Map<String, String> options, Typed typed) {
        var field = new Field("select", id, label, value, typed);
        options.forEach((option, text) -> {
            var element = new Element("option").setAttribute("value", option).setText(text);
            if (option.equals(value)) element.setAttribute("selected", true);
            field.input.appendChild(element);
        });
        return field;
    }

    /** Sets an attribute of the field itself, such as {@code maxlength}. */
    public Field of(String attribute, String value) {
        input.setAttribute(attribute, value);
        return this;
    }

    public Field as(String className) {
        addClassName(className);
        return this;
    }

    /** What helps to answer, below the label. */
    public Field hint(String text) {
        if (!text.isEmpty()) describe(text, "hint");
        return this;
    }

    /** What is wrong with it; nothing if the text is empty. */
    public Field problem(String text) {
        if (text.isEmpty()) return this;
        input.setAttribute("aria-invalid", "true");
        describe(text, "error");
        return this;
    }

    private void describe(String text, String kind) {
        var note = Markup.span(text, kind);
        var id = input.getAttribute("id") + "-" + kind;
        note.setId(id);
        described.add(id);
        addComponentAtIndex(1 + described.size() - 1, note);
        input.setAttribute("aria-describedby", String.join(" ", described));
    }

    /** Hears what stands in the field. */
    @FunctionalInterface
    public interface Typed {
        void as(String text);
    }
}
