package io.retrace.ui.component;

import com.vaadin.flow.component.html.Div;
import io.retrace.delivery.TestSend;
import io.retrace.shared.DomainException.Conflict;
import java.util.List;
import java.util.function.Supplier;

/** Sends a company’s webhook an event that asks nothing, and shows what came of the last ones. */
public final class TestSends extends Div {

    private final Supplier<List<TestSend>> newest;
    private final Words words;
    private final Div result = Markup.box("result");
    private final Div sends = new Div();

    /** @param order sends one; its {@code Conflict} is shown */
    public TestSends(Runnable order, Supplier<List<TestSend>> newest, Words words) {
        this.newest = newest;
        this.words = words;
        addClassName("stack");
        result.getElement().setAttribute("role", "status");
        add(
                Markup.box(
                        "actions",
                        Markup.quiet(words.say("webhook.test.send"), () -> send(order)),
                        Markup.quiet(words.say("webhook.test.look"), this::look)),
                result,
                sends);
        look();
    }

    private void send(Runnable order) {
        result.removeAll();
        try {
            order.run();
            result.add(Markup.p(words.say("webhook.test.ordered"), "notice"));
        } catch (Conflict refusal) {
            result.add(Markup.p(words.say(refusal.key(), refusal.arguments().toArray()), "notice", "danger"));
        }
        look();
    }

    /** Reads them afresh. */
    private void look() {
        sends.removeAll();
        var last = newest.get();
        if (last.isEmpty()) return;
        var table = new Table(
                words.say("webhook.test.last"), words.say("webhook.test.at"), words.say("webhook.test.outcome"));
        last.forEach(send -> table.row(new Time(send.orderedAt(), words), Markup.span(outcome(send))));
        sends.add(table);
    }

    private String outcome(TestSend send) {
        var outcome = send.outcome();
        if (outcome == null) return words.say("webhook.test.on-its-way");
        var said = words.say("delivery.outcome." + outcome);
        var status = send.status();
        return status == null ? said : words.say("support.attempt.status", said, String.valueOf(status));
    }
}
