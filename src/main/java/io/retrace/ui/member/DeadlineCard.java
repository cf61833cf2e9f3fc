package io.retrace.ui.member;

import com.vaadin.flow.component.html.Section;
import io.retrace.requests.Deadline;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;

/** By when the law wants an answer, and why that day (T9). */
final class DeadlineCard extends Section {

    DeadlineCard(Deadline deadline, Words words) {
        addClassNames("card", "stack", "deadline");
        var reasons = Markup.box(
                "stack",
                Markup.p(words.say("deadline.rule." + deadline.rule())),
                Markup.p(words.say("deadline.start", words.date(deadline.start()), deadline.article())));
        if (deadline.moved()) {
            reasons.add(
                    Markup.p(words.say("deadline.moved", words.date(deadline.computed()), words.date(deadline.due()))));
        }
        add(
                Markup.h2(words.say("deadline.title")),
                Markup.p(words.date(deadline.due()), "date", "num"),
                Markup.p(words.say("deadline.short." + deadline.rule()), "small", "soft"));
        add(Markup.details(words.say("deadline.why"), reasons));
    }
}
