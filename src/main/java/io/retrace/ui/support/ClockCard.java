package io.retrace.ui.support;

import com.vaadin.flow.component.html.Section;
import io.retrace.requests.SubjectRequest;
import io.retrace.ui.component.Facts;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The legal date with its reason (T9), and when what happened to the request. */
final class ClockCard extends Section {

    private final Words words;
    private final Facts facts = new Facts();

    ClockCard(SubjectRequest request, Words words) {
        this.words = words;
        addClassNames("card", "stack", "deadline");
        var deadline = request.deadline();
        var reasons = Markup.box(
                "stack",
                Markup.p(words.say("deadline.rule." + deadline.rule())),
                Markup.p(words.say("deadline.start", words.date(deadline.start()), deadline.article())));
        if (deadline.moved())
            reasons.add(
                    Markup.p(words.say("deadline.moved", words.date(deadline.computed()), words.date(deadline.due()))));
        add(
                Markup.h2(words.say("support.clock")),
                Markup.p(words.date(deadline.due()), "date", "num"),
                Markup.details(words.say("deadline.why"), reasons));
        fact("support.clock.received", request.receivedAt());
        if (request.kind().canBeTakenBack()) fact("support.clock.undo", request.undoUntil());
        fact("support.clock.released", request.releasedAt());
        fact("support.clock.closed", request.closedAt());
        add(facts, Markup.p(words.say("support.person"), "small", "soft"));
    }

    private void fact(String key, @Nullable Instant at) {
        facts.fact(words.say(key), at == null ? words.say("support.clock.not-yet") : words.time(at));
    }
}
