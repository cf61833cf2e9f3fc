package io.retrace.ui.member;

import com.vaadin.flow.component.html.Section;
import io.retrace.identity.Closing;
import io.retrace.ui.component.Countdown;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;

/** The account is to be closed: until when it can be kept, and the one press to keep it. */
final class ClosingCard extends Section {

    ClosingCard(Closing closing, Words words, Runnable keep) {
        addClassNames("card", "undo", "stack");
        add(Markup.h1(words.say("closing.title")));
        if (closing.begun()) {
            add(Markup.p(words.say("error.erasing-begun")));
            return;
        }
        if (closing.by() == Closing.By.PLATFORM) add(Markup.p(words.say("closing.by-platform")));
        add(
                new Countdown(closing.eraseAt(), words),
                Markup.p(words.say("closing.until", words.time(closing.eraseAt()))),
                Markup.primary(words.say("closing.keep"), keep));
    }
}
