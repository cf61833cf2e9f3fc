package io.retrace.ui.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.retrace.delivery.DeadLetter;
import io.retrace.delivery.DeadLetters;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.SupportDesk;
import io.retrace.partners.PartnerId;
import io.retrace.shared.Reference;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Time;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Routes;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Questions that do not get through: why, since when, and when and how they are tried again; a slice at a time. */
final class DeadLetterTable extends Div {

    private static final int AT_ONCE = 50;

    private final DeadLetters letters;
    private final SupportDesk desk;
    private final @Nullable PartnerId company;
    private final Words words;
    private final Consumer<ObligationId> again;
    private final Table table;
    private final Div more = Markup.box("more-rows");

    DeadLetterTable(
            DeadLetters letters,
            SupportDesk desk,
            @Nullable PartnerId company,
            Words words,
            Consumer<ObligationId> again) {
        this.letters = letters;
        this.desk = desk;
        this.company = company;
        this.words = words;
        this.again = again;
        table = new Table(
                words.say("undelivered.waiting"),
                words.say("support.incident.company"),
                words.say("undelivered.request"),
                words.say("undelivered.cause"),
                words.say("endpoint.since"),
                words.say("endpoint.next"),
                words.say("undelivered.again"));
        if (append(null)) add(table, more);
        else add(Markup.p(words.say("undelivered.none"), "card"));
    }

    private boolean append(@Nullable String after) {
        var slice = letters.waiting(company, after, AT_ONCE);
        var requests =
                desk.requests(slice.items().stream().map(DeadLetter::obligation).toList());
        slice.items().forEach(letter -> row(letter, requests));
        more.removeAll();
        var next = slice.next();
        if (next != null) more.add(Markup.button(words.say("support.more"), "btn quiet slim", () -> append(next)));
        return !slice.items().isEmpty();
    }

    private void row(DeadLetter letter, Map<ObligationId, Reference> requests) {
        var name = letter.company().name();
        var button =
                Markup.button(words.say("undelivered.now"), "btn quiet slim", () -> again.accept(letter.obligation()));
        button.setAriaLabel(words.say("undelivered.now.of", name));
        table.row(
                Markup.span(name),
                request(requests.get(letter.obligation())),
                Markup.box(
                        "two-lines",
                        Markup.span(cause(letter)),
                        Markup.span(words.say("undelivered.attempts", letter.attempts()), "soft"),
                        Markup.span(remedy(letter), "soft")),
                new Time(letter.since(), words),
                Markup.box(
                        "two-lines",
                        new Time(letter.next(), words),
                        Markup.span(
                                words.say("undelivered.by", EndpointTable.channel(letter.nextBy(), words)), "soft")),
                button);
    }

    private static Component request(@Nullable Reference reference) {
        return reference == null
                ? Markup.span("–")
                : Markup.link(Routes.SUPPORT + "/requests/" + reference.value(), reference.value(), "num");
    }

    /** What a human can do, where there is more to do than to wait. */
    private String remedy(DeadLetter letter) {
        var key = "undelivered.remedy." + letter.cause();
        return words.knows(key) ? words.say(key) : "";
    }

    private String cause(DeadLetter letter) {
        var outcome = words.say("delivery.outcome." + letter.cause());
        var status = letter.status();
        return status == null ? outcome : words.say("support.attempt.status", outcome, String.valueOf(status));
    }
}
