package io.retrace.ui.member;

import io.retrace.obligations.CopyAnswer;
import io.retrace.ui.component.Words;
import java.util.ArrayList;

/** What a company answered about a copy, in plain sentences. What it wrote itself stands in quotation marks, as plain text. */
record CopySentences(Words words, CopyAnswer answer) {

    String summary() {
        var parts = new ArrayList<String>();
        var files = answer.form().files().size();
        var withheld = answer.form().withheld();
        if (files > 0) parts.add(words.say("copy.sent", files));
        if (withheld != null) {
            var key = files > 0 ? "copy.withheld.part" : "copy.withheld.all";
            parts.add(words.say(key, withheld.law(), withheld.reason()));
        }
        if (parts.isEmpty()) parts.add(words.say("copy.nothing"));
        return String.join(" ", parts);
    }

    String declared() {
        var declarant = answer.form().declarant();
        return words.say(
                declarant.perjury() ? "answer.declared.perjury" : "answer.declared",
                words.date(answer.receivedAt()),
                declarant.name(),
                declarant.title());
    }
}
