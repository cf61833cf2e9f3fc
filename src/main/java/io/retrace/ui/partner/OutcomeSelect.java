package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.dom.Element;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.ui.component.Words;
import java.util.Optional;
import java.util.function.Consumer;

/** Which answer an item gets instead of the one for all; first of all: none. */
final class OutcomeSelect extends Div {

    private final NativeLabel label;

    OutcomeSelect(
            String id, String name, Optional<Outcome> chosen, Consumer<Optional<Outcome>> whenChosen, Words words) {
        addClassName("select");
        label = new NativeLabel(name);
        label.setFor(id);
        label.addClassName("visually-hidden");
        var select = new Element("select");
        select.setAttribute("id", id);
        option(select, "", words.say("partner.differ.same"), chosen.isEmpty());
        for (var outcome : Outcome.values()) {
            var text = words.say("answer.outcome." + AnswerField.word(outcome));
            option(select, outcome.name(), text, chosen.filter(outcome::equals).isPresent());
        }
        select.addPropertyChangeListener("value", "change", event -> {
            if (event.isUserOriginated()) whenChosen.accept(outcome(select.getProperty("value", "")));
        });
        add(label);
        getElement().appendChild(select);
    }

    /** Shows its name, where no table says it. */
    OutcomeSelect labelled() {
        label.removeClassName("visually-hidden");
        return this;
    }

    private static Optional<Outcome> outcome(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(Outcome.valueOf(value));
    }

    private static void option(Element select, String value, String text, boolean chosen) {
        var option = new Element("option");
        option.setAttribute("value", value);
        option.setText(text);
        if (chosen) option.setAttribute("selected", true);
        select.appendChild(option);
    }
}
