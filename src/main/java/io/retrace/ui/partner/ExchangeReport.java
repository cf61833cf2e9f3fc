package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.FileExchange.Line;
import io.retrace.obligations.FileExchange.Report;
import io.retrace.obligations.FileExchange.Verdict;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Words;

/** What became of a file of answers: how many lines hold, and of those that do not, which and why. */
final class ExchangeReport extends Div {

    private static final int SHOWN = 200;

    ExchangeReport(Report report, Words words) {
        addClassNames("stack");
        var refused = report.lines().stream()
                .filter(line -> line.verdict() == Verdict.REFUSED)
                .toList();
        add(Markup.p(summary(report, words), "notice", refused.isEmpty() ? "good" : "danger"));
        if (refused.isEmpty()) return;
        var table = new Table(
                words.say("exchange.refused"),
                words.say("exchange.line"),
                words.say("exchange.column"),
                words.say("exchange.reason"));
        refused.stream().limit(SHOWN).forEach(line -> row(table, line, words));
        add(table);
        if (refused.size() > SHOWN) add(Markup.p(words.say("exchange.more", SHOWN, refused.size()), "small", "soft"));
    }

    /** In one sentence, also for those who listen. */
    static String summary(Report report, Words words) {
        return words.say(
                "exchange.report",
                report.count(Verdict.ACCEPTED),
                report.count(Verdict.REPEATED),
                report.count(Verdict.REFUSED));
    }

    private static void row(Table table, Line line, Words words) {
        var field = line.field();
        var reason = line.reason();
        table.row(
                Markup.span(words.say("exchange.line.number", line.number()), "num"),
                Markup.span(field == null ? "–" : field, "ref"),
                Markup.span(reason == null ? "–" : words.say(reason)));
    }
}
