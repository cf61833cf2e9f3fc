package io.retrace.ui.support;

import com.vaadin.flow.component.Component;
import io.retrace.delivery.Replay;
import io.retrace.delivery.Replays;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.ui.component.Asked;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Time;
import io.retrace.ui.component.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an order to send messages once more would send, before it is given; and the orders that were given. */
final class ReplayPreview {

    private ReplayPreview() {}

    /** Gives an order, says what came of it. */
    @FunctionalInterface
    interface Order {
        void give(Runnable command, String said);
    }

    /** Empty unless a company and the days are chosen. */
    static Optional<Component> of(Asked asked, @Nullable Partner company, Replays replays, Words words, Order order) {
        var first = asked.day("from");
        var last = asked.day("until");
        if (company == null || first.isEmpty() || last.isEmpty()) return Optional.empty();
        var from = begin(first.get(), words);
        var until = begin(last.get().plusDays(1), words);
        if (!from.isBefore(until)) return Optional.of(Markup.p(words.say("replay.backwards"), "notice", "danger"));
        var count = replays.count(company.id(), from, until);
        var name = company.name();
        if (count == 0) return Optional.of(Markup.p(words.say("replay.nothing", name), "card"));
        return Optional.of(Markup.box(
                "stack card",
                Markup.p(words.say("replay.found", count, name)),
                Markup.p(words.say("replay.twice"), "soft"),
                Markup.box(
                        "actions",
                        Markup.button(
                                words.say("replay.order", count),
                                "btn primary",
                                () -> order.give(() -> replays.order(company.id(), from, until), "replay.ordered")))));
    }

    /** The orders that were given; empty if there were none. */
    static Optional<Component> newest(List<Replay> replays, PartnerDirectory partners, Words words) {
        if (replays.isEmpty()) return Optional.empty();
        var table = new Table(
                words.say("replay.orders"),
                words.say("replay.ordered.at"),
                words.say("support.incident.company"),
                words.say("replay.which"),
                words.say("replay.progress"));
        replays.forEach(replay -> table.row(
                new Time(replay.orderedAt(), words),
                Markup.span(partners.partner(replay.company()).name()),
                Markup.span(which(replay, words)),
                Markup.span(words.say(
                        replay.doneAt() == null ? "replay.progress.going" : "replay.progress.done",
                        replay.sent(),
                        replay.messages()))));
        return Optional.of(Markup.box("stack", Markup.h2(words.say("replay.orders")), table));
    }

    private static String which(Replay replay, Words words) {
        if (replay.obligation() != null) return words.say("replay.which.one");
        var last = words.day(replay.until().minusMillis(1));
        return words.say("replay.which.days", words.shortDay(words.day(replay.from())), words.shortDay(last));
    }

    private static Instant begin(LocalDate day, Words words) {
        return day.atStartOfDay(words.zone()).toInstant();
    }
}
