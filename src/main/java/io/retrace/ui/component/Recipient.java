package io.retrace.ui.component;

import io.retrace.obligations.PassedOn;
import java.util.ArrayList;

/** Somebody to whom a company passed photos on, in words: who, told when, answered when, and who says so. */
public record Recipient(PassedOn passedOn, String namedBy, Words words) {

    /** Words of a stranger: for text only. */
    public String name() {
        var name = passedOn.name();
        return name.isEmpty() ? words.say("onward.forgotten") : name;
    }

    /** "Named on 3 November 2026 · told on 4 November 2026 · answered on 6 November 2026" */
    public String dates() {
        var parts = new ArrayList<String>();
        parts.add(words.say("onward.named", words.date(passedOn.namedAt())));
        var told = passedOn.toldOn();
        var answered = passedOn.answeredOn();
        if (told != null) parts.add(words.say("onward.told", words.date(told)));
        if (answered != null) parts.add(words.say("onward.answered", words.date(answered)));
        return String.join(" · ", parts);
    }

    /** Whose word it is, and what comes next (T3). */
    public String says() {
        if (passedOn.asked() != null) return words.say("onward.ours");
        return switch (passedOn.word()) {
            case NOT_ASKED_YET, ASKED, WORKING_ON_IT ->
                words.say(
                        passedOn.answeredOn() == null ? "onward.open" : "onward.unclear",
                        namedBy,
                        words.date(passedOn.silentAfter()));
            case NO_ANSWER -> words.say("onward.silent", namedBy, words.date(passedOn.silentAfter()));
            case CONFIRMED_DELETED, HAD_NOTHING, KEPT_SOME, SENT_ITS_COPY, KEPT_SOME_BACK ->
                words.say("onward.theirs", namedBy);
        };
    }
}
