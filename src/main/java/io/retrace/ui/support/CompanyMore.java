package io.retrace.ui.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import io.retrace.delivery.DeliveryAttempt;
import io.retrace.delivery.DeliveryLog;
import io.retrace.delivery.Objection;
import io.retrace.delivery.TestEvents;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.SupportDesk;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import io.retrace.ui.component.AnswerFacts;
import io.retrace.ui.component.CompanyTag;
import io.retrace.ui.component.CopyFacts;
import io.retrace.ui.component.ItemTable;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Recipient;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.TestSends;
import io.retrace.ui.component.Time;
import io.retrace.ui.component.Words;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** More about one company, read when it is opened: attempts to reach it, its answer, items as it sees them. */
final class CompanyMore {

    private static final int AT_ONCE = 50;

    private final SupportDesk desk;
    private final DeliveryLog deliveries;
    private final TestEvents tests;
    private final Words words;
    private final Set<ObligationId> open = new HashSet<>();

    CompanyMore(SupportDesk desk, DeliveryLog deliveries, TestEvents tests, Words words) {
        this.desk = desk;
        this.deliveries = deliveries;
        this.tests = tests;
        this.words = words;
    }

    Component of(CompanyProgress company) {
        var id = company.obligation();
        var content = Markup.box("stack");
        var summary = Markup.span(words.say("support.company.more"));
        summary.add(Markup.span(" " + company.company().name(), "visually-hidden"));
        var details = new NativeDetails(summary, content);
        details.addClassName("more");
        if (open.contains(id)) {
            details.setOpen(true);
            fill(content, company);
        }
        details.addToggleListener(event -> {
            if (!event.isOpened()) open.remove(id);
            else if (open.add(id)) fill(content, company);
        });
        return details;
    }

    private void fill(Div content, CompanyProgress company) {
        content.removeAll();
        content.add(Markup.h3(words.say("support.attempts")), attempts(company.obligation()));
        deliveries.objection(company.obligation()).ifPresent(objection -> content.add(objection(objection)));
        if (company.company().channel() == Partner.Channel.WEBHOOK)
            content.add(test(company.company().id()));
        var answer = company.attestation();
        if (answer != null) {
            content.add(
                    Markup.h3(words.say("support.answer", answer.version(), words.time(answer.receivedAt()))),
                    new AnswerFacts(answer.form(), words).withItems(answer.form()));
            var amends = answer.form().amends();
            if (amends != null) content.add(Markup.p(words.say("answer.amends", amends), "soft"));
        }
        var copy = company.copy();
        if (copy != null) {
            content.add(
                    Markup.h3(words.say("support.answer", copy.version(), words.time(copy.receivedAt()))),
                    new CopyFacts(copy.form(), words));
            var amends = copy.form().amends();
            if (amends != null) content.add(Markup.p(words.say("answer.amends", amends), "soft"));
        }
        if (!company.passedOn().isEmpty()) content.add(Markup.h3(words.say("support.onward")), recipients(company));
        content.add(Markup.h3(words.say("support.items", company.photos())), items(company));
    }

    private Component test(PartnerId company) {
        return new TestSends(() -> tests.order(company), () -> tests.newest(company), words);
    }

    private Component recipients(CompanyProgress company) {
        var table = new Table(
                words.say("support.onward"),
                words.say("support.onward.name"),
                words.say("support.company.word"),
                words.say("support.onward.dates"),
                words.say("support.onward.next"));
        for (var one : company.passedOn()) {
            var recipient = new Recipient(one, company.company().name(), words);
            table.row(
                    Markup.span(recipient.name()),
                    new CompanyTag(one.word(), words),
                    Markup.span(recipient.dates()),
                    Markup.span(recipient.says()));
        }
        return table;
    }

    private Component attempts(ObligationId obligation) {
        var attempts = deliveries.attempts(obligation);
        if (attempts.isEmpty()) return Markup.p(words.say("support.attempts.none"), "soft");
        var table = new Table(
                words.say("support.attempts"),
                words.say("support.attempt.at"),
                words.say("support.attempt.round"),
                words.say("support.attempt.channel"),
                words.say("support.attempt.outcome"));
        attempts.forEach(attempt -> table.row(
                new Time(attempt.startedAt(), words),
                Markup.span(words.say("support.attempt.no", attempt.round() + 1, attempt.no())),
                Markup.span(words.say("support.channel."
                        + attempt.channel().name().toLowerCase(Locale.ROOT).replace('_', '-'))),
                Markup.span(outcome(attempt, words))));
        var help = deliveries.needsHelpSince(obligation);
        return help.isEmpty()
                ? table
                : Markup.box(
                        "stack",
                        Markup.p(words.say("support.attempts.help", words.time(help.get())), "notice", "danger"),
                        table);
    }

    /** In the company’s words, as text and nothing else. */
    private Component objection(Objection objection) {
        var reason = objection.reason();
        var said = Markup.p(
                words.say(
                        reason == null ? "support.objection.gave-up" : "support.objection.refused",
                        words.time(objection.at())),
                "notice",
                "danger");
        return reason == null ? said : Markup.box("stack", said, Markup.p(reason));
    }

    static String outcome(DeliveryAttempt attempt, Words words) {
        var outcome = words.say("delivery.outcome." + attempt.outcome());
        var status = attempt.status();
        return status == null ? outcome : words.say("support.attempt.status", outcome, String.valueOf(status));
    }

    private Component items(CompanyProgress company) {
        var box = Markup.box("stack");
        var table =
                new ItemTable(words.say("support.items.of", company.company().name()), words);
        var more = new Div();
        box.add(Markup.p(words.say("support.items.seen"), "small", "soft"), table, more);
        append(company.obligation(), table, more, null);
        return box;
    }

    private void append(ObligationId obligation, ItemTable table, Div more, @Nullable String after) {
        var slice = desk.items(obligation, after, AT_ONCE);
        table.show(slice.items());
        more.removeAll();
        var next = slice.next();
        if (next != null)
            more.add(Markup.button(
                    words.say("support.more"), "btn quiet slim", () -> append(obligation, table, more, next)));
    }
}
