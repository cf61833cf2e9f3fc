package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.Attestation;
import io.retrace.ui.component.AnswerFacts;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.List;

/** Everything a company said, version by version, newest first. */
final class AnswerDetails extends Div {

    private final Words words;

    AnswerDetails(List<Attestation> versions, Words words) {
        this.words = words;
        addClassName("stack");
        for (var answer : versions.reversed()) {
            if (versions.size() > 1) add(version(answer, versions.size()));
            add(new AnswerFacts(answer.form(), words));
        }
    }

    private Component version(Attestation answer, int versions) {
        var amends = answer.form().amends();
        var heading = Markup.h3(words.say(
                answer.version() == versions ? "answer.version.current" : "answer.version.earlier",
                answer.version(),
                words.date(answer.receivedAt())));
        return amends == null
                ? heading
                : Markup.box("version", heading, Markup.p(words.say("answer.amends", amends), "soft"));
    }
}
