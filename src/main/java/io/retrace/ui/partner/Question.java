package io.retrace.ui.partner;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import io.retrace.ui.component.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A question with a few answers of which one is chosen; none is chosen beforehand. */
@Tag("fieldset")
final class Question extends HtmlContainer {

    private final String id;
    private final Sheet sheet;
    private final String field;
    private final Div answers = new Div();
    private final List<String> described = new ArrayList<>();
    private boolean first = true;
    private Consumer<String> whenChosen = _ -> {};

    Question(String field, String legend, String hint, Sheet sheet) {
        this.id = AnswerField.id(field);
        this.sheet = sheet;
        this.field = field;
        addClassName("answer");
        add(new Legend(legend));
        if (!hint.isEmpty()) describe(hint, "hint");
        var problem = sheet.problem(field);
        if (!problem.isEmpty()) {
            addClassName("invalid");
            describe(problem, "error");
        }
        add(answers);
    }

    /** One more answer; the first carries the id that error messages lead to. */
    Question answer(String value, String label) {
        var input = new Input();
        input.setType("radio");
        input.setId(
                answers.getElement()
                                .getChildren()
                                .noneMatch(child -> child.getTag().equals("label"))
                        ? id
                        : id + "-" + value);
        var element = input.getElement();
        element.setAttribute("name", id);
        element.setAttribute("value", value);
        element.setProperty("checked", value.equals(sheet.text(field)));
        element.addEventListener("change", _ -> choose(value));
        var text = new NativeLabel();
        text.add(input, Markup.span(label));
        answers.add(text);
        return this;
    }

    Question whenChosen(Consumer<String> listener) {
        whenChosen = listener;
        return this;
    }

    private void describe(String text, String kind) {
        var note = Markup.span(text, kind);
        note.setId(id + "-" + kind);
        described.add(id + "-" + kind);
        getElement().setAttribute("aria-describedby", String.join(" ", described));
        add(note);
    }

    private void choose(String value) {
        sheet.put(field, value);
        whenChosen.accept(value);
    }

    @Tag("legend")
    private static final class Legend extends HtmlContainer {
        Legend(String text) {
            setText(text);
        }
    }
}
