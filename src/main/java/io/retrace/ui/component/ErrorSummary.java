package io.retrace.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What is missing, said above the question; takes the focus and leads to the field (as GOV.UK does it). */
public final class ErrorSummary extends Div {

    public ErrorSummary(String problem, String fieldId, Words words) {
        this(List.of(new Problem(problem, fieldId)), words);
    }

    public ErrorSummary(List<Problem> problems, Words words) {
        addClassName("error-summary");
        getElement().setAttribute("role", "alert");
        getElement().setAttribute("tabindex", "-1");
        add(Markup.h2(words.say("form.problem")));
        if (problems.size() == 1) {
            add(link(problems.getFirst()));
            return;
        }
        var list = new UnorderedList();
        problems.forEach(problem -> list.add(new ListItem(link(problem))));
        add(list);
    }

    private static Anchor link(Problem problem) {
        var link = Markup.away("#" + problem.fieldId(), problem.text());
        link.getElement().executeJs("""
                        this.addEventListener('click', event => {
                          event.preventDefault();
                          const field = document.getElementById($0);
                          if (field) field.focus();
                        });""", problem.fieldId());
        return link;
    }

    /** What is wrong, and the id of the field where it can be mended. */
    public record Problem(String text, String fieldId) {}

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("this.focus()");
    }
}
