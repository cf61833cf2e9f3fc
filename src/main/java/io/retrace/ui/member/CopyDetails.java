package io.retrace.ui.member;

import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.CopyAnswer;
import io.retrace.ui.component.CopyFacts;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.List;

/** Everything a company said about a copy, version by version, newest first. */
final class CopyDetails extends Div {

    CopyDetails(List<CopyAnswer> versions, Words words) {
        addClassName("stack");
        for (var answer : versions.reversed()) {
            var amends = answer.form().amends();
            if (versions.size() > 1)
                add(Markup.h3(words.say(
                        answer.version() == versions.size() ? "answer.version.current" : "answer.version.earlier",
                        answer.version(),
                        words.date(answer.receivedAt()))));
            if (amends != null) add(Markup.p(words.say("answer.amends", amends), "soft"));
            add(new CopyFacts(answer.form(), words));
        }
    }
}
