package io.retrace.ui.component;

import com.vaadin.flow.component.html.Span;
import io.retrace.obligations.CompanyWord;

/** A company’s word as icon, word and colour. */
public final class CompanyTag extends Span {

    public CompanyTag(CompanyWord word, Words words) {
        addClassNames("tag", tone(word));
        add(icon(word).draw(), Markup.span(words.say("company.word." + word.key())));
    }

    /** The class that gives the word its colours. */
    public static String tone(CompanyWord word) {
        return switch (word) {
            case NOT_ASKED_YET -> "waiting";
            case ASKED -> "asked";
            case WORKING_ON_IT -> "working";
            case CONFIRMED_DELETED, SENT_ITS_COPY -> "confirmed";
            case HAD_NOTHING -> "nothing";
            case KEPT_SOME, KEPT_SOME_BACK -> "kept";
            case NO_ANSWER -> "silent";
        };
    }

    private static Icon icon(CompanyWord word) {
        return switch (word) {
            case NOT_ASKED_YET -> Icon.WAIT;
            case ASKED -> Icon.SENT;
            case WORKING_ON_IT -> Icon.CLOCK;
            case CONFIRMED_DELETED, SENT_ITS_COPY -> Icon.CHECK;
            case HAD_NOTHING -> Icon.NONE;
            case KEPT_SOME, KEPT_SOME_BACK -> Icon.LOCK;
            case NO_ANSWER -> Icon.ALERT;
        };
    }
}
