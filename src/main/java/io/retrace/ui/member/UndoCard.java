package io.retrace.ui.member;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import io.retrace.requests.SubjectRequest;
import io.retrace.ui.component.Countdown;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.function.Consumer;

/** While nothing has been sent: how long it can still be taken back, and the two steps to do so. */
final class UndoCard extends Section {

    private final Div choice = Markup.box("stack");
    private final SubjectRequest request;
    private final Words words;
    private final Consumer<SubjectRequest> takeBack;

    UndoCard(SubjectRequest request, Words words, Consumer<SubjectRequest> takeBack) {
        this.request = request;
        this.words = words;
        this.takeBack = takeBack;
        addClassNames("card", "undo", "stack");
        add(
                Markup.h2(words.say("undo.title")),
                new Countdown(request.undoUntil(), words),
                Markup.p(words.say("undo.until", words.time(request.undoUntil())), "small", "soft"),
                choice);
        offer();
    }

    /** If this card is about that request, and still says when its undo ends. */
    boolean of(SubjectRequest other) {
        return request.id().equals(other.id()) && request.undoUntil().equals(other.undoUntil());
    }

    private void offer() {
        choice.removeAll();
        choice.add(Markup.quiet(words.say("undo.offer"), this::confirm));
    }

    private void confirm() {
        choice.removeAll();
        var sure = Markup.primary(words.say("undo.sure"), () -> takeBack.accept(request));
        choice.add(Markup.p(words.say("undo.confirm")), sure, Markup.quiet(words.say("undo.keep"), this::offer));
        sure.focus();
    }
}
