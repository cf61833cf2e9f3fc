package io.retrace.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;

/** What is missing, said above the question; takes the focus and leads to the field (as GOV.UK does it). */
public final class ErrorSummary extends Div {

    public ErrorSummary(String problem, String fieldId, Words words) {
        addClassName("error-summary");
        getElement().setAttribute("role", "alert");
        getElement().setAttribute("tabindex", "-1");
        var link = Markup.away("#" + fieldId, problem);
        link.getElement().executeJs("""
                        this.addEventListener('click', event => {
                          event.preventDefault();
                          const field = document.getElementById($0);
                          if (field) field.focus();
                        });""", fieldId);
        add(Markup.h2(words.say("form.problem")), link);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("this.focus()");
    }
}
