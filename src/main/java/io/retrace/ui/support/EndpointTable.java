package io.retrace.ui.support;

import com.vaadin.flow.component.Component;
import io.retrace.delivery.EndpointCondition;
import io.retrace.delivery.EndpointTrouble;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Time;
import io.retrace.ui.component.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Companies whose server does not take our messages. */
final class EndpointTable {

    private EndpointTable() {}

    /** Empty if all is well. */
    static Optional<Component> of(List<EndpointTrouble> troubles, Words words, Consumer<PartnerId> useAgain) {
        if (troubles.isEmpty()) return Optional.empty();
        var table = new Table(
                words.say("endpoint.title"),
                words.say("support.incident.company"),
                words.say("endpoint.state"),
                words.say("support.attempt.channel"),
                words.say("endpoint.since"),
                words.say("endpoint.next"));
        troubles.forEach(trouble -> table.row(
                Markup.span(trouble.company().name()),
                state(trouble, words),
                Markup.span(channel(trouble.channel(), words)),
                new Time(trouble.since(), words),
                next(trouble, words, useAgain)));
        return Optional.of(Markup.box("stack", Markup.h2(words.say("endpoint.title")), table));
    }

    static String channel(Partner.Channel channel, Words words) {
        return words.say(
                "support.channel." + channel.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Component state(EndpointTrouble trouble, Words words) {
        var failing = trouble.condition() == EndpointCondition.FAILING;
        var tag = Markup.span("", "tag", failing ? "asked" : "silent");
        tag.add(Icon.ALERT.draw(), Markup.span(words.say(failing ? "endpoint.failing" : "endpoint.disabled")));
        return tag;
    }

    private static Component next(EndpointTrouble trouble, Words words, Consumer<PartnerId> useAgain) {
        if (trouble.condition() == EndpointCondition.FAILING) return Markup.span(words.say("endpoint.looks"), "soft");
        var company = trouble.company();
        var button = Markup.button(words.say("endpoint.use"), "btn quiet slim", () -> useAgain.accept(company.id()));
        button.setAriaLabel(words.say("endpoint.use.of", company.name()));
        return button;
    }
}
