package io.retrace.ui.support;

import com.vaadin.flow.component.Component;
import io.retrace.obligations.QueueFilter;
import io.retrace.obligations.QueueRow;
import io.retrace.requests.RequestStatus;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.RequestTag;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One request in the queue, in words: every line says what to do next. */
record QueueLine(QueueRow row, Instant now, Words words) {

    private static final int SOON = 7;

    static QueueLine of(QueueRow row, Instant now, Words words) {
        return new QueueLine(row, now, words);
    }

    void into(Table table) {
        table.row(
                Markup.link(path(), row.request().reference().value(), "num"),
                Markup.span(RequestWords.asks(row.request(), words)),
                Markup.span(stands()),
                Markup.span(open() ? words.say("support.waits." + waits()) : "–"),
                Markup.span(words.shortDay(row.request().deadline().due()), "num"),
                Markup.span(open() ? left() : "–", "num"),
                state(),
                next());
    }

    private String path() {
        return "support/requests/" + row.request().reference();
    }

    private boolean open() {
        return row.waitsFor() != QueueFilter.CLOSED && row.request().status() != RequestStatus.WITHDRAWN;
    }

    private String stands() {
        var silent = row.silentCompany();
        var since = row.silentSince();
        if (row.request().status() == RequestStatus.RECEIVED
                && row.request().kind().canBeTakenBack())
            return words.say("support.stands.undo", words.time(row.request().undoUntil()));
        if (silent != null && since != null) {
            var days = (int) Duration.between(since, now).toDays();
            return row.tally().silent() > 1
                    ? words.say(
                            "support.stands.silent.more", silent, row.tally().silent() - 1, days)
                    : words.say("support.stands.silent", silent, days);
        }
        var tally = row.tally();
        return words.say("support.stands.answered", tally.erased() + tally.kept(), tally.companies());
    }

    private String waits() {
        return switch (row.waitsFor()) {
            case WAITS_FOR_US -> "us";
            case WAITS_FOR_PERSON -> "person";
            case WAITS_FOR_COMPANY, OPEN, PAST_LEGAL_DATE, CLOSED -> "company";
        };
    }

    private int daysLeft() {
        return (int)
                ChronoUnit.DAYS.between(words.day(now), row.request().deadline().due());
    }

    private String left() {
        var days = daysLeft();
        return days < 0 ? words.say("support.left.late", -days) : words.say("support.left", days);
    }

    private Component state() {
        if (!open()) return new RequestTag(row.request().status(), words);
        if (daysLeft() < 0) return tag("silent", Icon.ALERT, "late");
        if (row.silentCompany() != null) return tag("silent", Icon.ALERT, "silent");
        if (row.request().status() == RequestStatus.RECEIVED) return tag("nothing", Icon.NONE, "not-started");
        return daysLeft() <= SOON ? tag("asked", Icon.CLOCK, "soon") : tag("working", Icon.SENT, "on-time");
    }

    private Component tag(String tone, Icon icon, String key) {
        var tag = Markup.span("", "tag", tone);
        tag.add(icon.draw(), Markup.span(words.say("support.state." + key)));
        return tag;
    }

    private Component next() {
        var at = row.nextActionAt();
        if (open() && row.waitsFor() == QueueFilter.WAITS_FOR_US) {
            var silent = row.silentCompany();
            var label = silent == null ? words.say("support.next.look") : words.say("support.next.chase", silent);
            return Markup.link(path(), label, "btn", "quiet", "slim");
        }
        if (at == null) return Markup.span(words.say("support.next.nothing"), "soft");
        return Markup.span(
                words.say(
                        row.request().status() == RequestStatus.RECEIVED ? "support.next.release" : "support.next.ask",
                        words.shortDay(words.day(at))),
                "soft");
    }
}
