package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;

/** A native radio button or checkbox with its label and hint; the whole of it can be tapped. */
public final class Choice extends Div {

    private final Input input = new Input();

    private Choice(String type, String id, String label, String hint) {
        addClassName("choice");
        input.setType(type);
        input.setId(id);
        var text = new NativeLabel(label);
        text.setFor(id);
        add(input, text);
        if (!hint.isEmpty()) {
            Span note = Markup.span(hint, "hint");
            note.setId(id + "-hint");
            input.getElement().setAttribute("aria-describedby", id + "-hint");
            add(note);
        }
    }

    /** One of several; {@code whenChosen} is called as soon as it is. */
    public static Choice radio(
            String group, String value, String label, String hint, boolean chosen, Runnable whenChosen) {
        var choice = new Choice("radio", group + "-" + value, label, hint);
        choice.input.getElement().setAttribute("name", group);
        choice.input.getElement().setAttribute("value", value);
        choice.input.getElement().setProperty("checked", chosen);
        choice.input.getElement().addEventListener("change", _ -> whenChosen.run());
        return choice;
    }

    /** Yes or no; {@code whenChanged} hears every change. */
    public static Choice box(String id, String label, String hint, boolean chosen, Changed whenChanged) {
        var choice = new Choice("checkbox", id, label, hint);
        var element = choice.input.getElement();
        element.setProperty("checked", chosen);
        element.addPropertyChangeListener("checked", "change", event -> {
            if (event.isUserOriginated()) whenChanged.to(element.getProperty("checked", false));
        });
        return choice;
    }

    /** Puts something, such as a picture, between the box and its label. */
    public Choice with(Component picture) {
        addComponentAtIndex(1, picture);
        return this;
    }

    /** Hears whether a box is ticked now. */
    @FunctionalInterface
    public interface Changed {
        void to(boolean chosen);
    }
}
