package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Div;
import io.retrace.delivery.TestEvents;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.TestSends;
import io.retrace.ui.component.Words;

/** Whether the company’s webhook takes messages; for companies that have one ({@link TestEvents#possible}). */
final class WebhookCard extends Div {

    WebhookCard(TestEvents tests, Words words) {
        addClassNames("card", "stack");
        add(
                Markup.h2(words.say("webhook.test.title")),
                Markup.p(words.say("webhook.test.text")),
                new TestSends(tests::order, tests::newest, words));
    }
}
