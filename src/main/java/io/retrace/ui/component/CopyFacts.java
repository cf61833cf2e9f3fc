package io.retrace.ui.component;

import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.CopyForm;

/** Everything one answer about a copy says, field by field, as it was given. */
public final class CopyFacts extends Div {

    private final Facts facts = new Facts();
    private final Words words;

    public CopyFacts(CopyForm form, Words words) {
        this.words = words;
        addClassName("stack");
        fact("copy.answer", words.say("copy.said." + said(form)));
        if (!form.files().isEmpty())
            fact("copy.files", words.say("copy.files.count", form.files().size()));
        var withheld = form.withheld();
        if (withheld != null) {
            fact("copy.law", withheld.law());
            fact("copy.reason", withheld.reason());
        }
        var declarant = form.declarant();
        fact("answer.declarant", declarant.name() + ", " + declarant.title());
        if (declarant.perjury()) fact("answer.perjury", words.say("answer.perjury.yes"));
        add(facts);
    }

    private static String said(CopyForm form) {
        return switch (form.said()) {
            case PROVIDED -> "provided";
            case HAD_NOTHING -> "had-nothing";
            case WITHHELD -> form.files().isEmpty() ? "withheld-all" : "withheld-part";
        };
    }

    private void fact(String key, String value) {
        facts.fact(words.say(key), value);
    }
}
