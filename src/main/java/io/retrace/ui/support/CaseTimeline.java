package io.retrace.ui.support;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.retrace.delivery.DeliveryAttempt;
import io.retrace.delivery.DeliveryLog;
import io.retrace.obligations.CompanyProgress;
import io.retrace.requests.TimelineEntry;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Time;
import io.retrace.ui.component.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Everything that happened to a request, its companies and our attempts to reach them, newest first. */
final class CaseTimeline extends Div {

    private static final int AT_ONCE = 300;

    /** An attempt with the name of the company it was meant for. */
    record Attempt(String company, DeliveryAttempt attempt) {}

    private record Line(Instant at, String by, String text) {}

    private final Words words;

    CaseTimeline(List<TimelineEntry> request, List<TimelineEntry> companies, List<Attempt> attempts, Words words) {
        this.words = words;
        addClassNames("stack", "history");
        var lines = new ArrayList<Line>();
        request.forEach(entry -> lines.add(line(entry)));
        companies.forEach(entry -> lines.add(line(entry)));
        attempts.forEach(attempt -> lines.add(line(attempt)));
        var list = new OrderedList();
        list.addClassName("timeline");
        lines.stream()
                .sorted(Comparator.comparing(Line::at).reversed())
                .limit(AT_ONCE)
                .forEach(line -> list.add(item(line)));
        add(Markup.h2(words.say("timeline.title")), list);
    }

    static List<Attempt> attempts(List<CompanyProgress> companies, DeliveryLog deliveries) {
        return companies.stream()
                .flatMap(company -> deliveries.attempts(company.obligation()).stream()
                        .map(attempt -> new Attempt(company.company().name(), attempt)))
                .toList();
    }

    private ListItem item(Line line) {
        var when = Markup.box("when", new Time(line.at(), words), Markup.span(line.by(), "small", "soft"));
        return new ListItem(when, Markup.p(line.text()));
    }

    private Line line(TimelineEntry entry) {
        var arguments = entry.arguments().stream().map(this::inWords).toArray();
        var by = words.say("support.by." + entry.by().name().toLowerCase(Locale.ROOT));
        return new Line(entry.at(), by, words.say(key(entry), arguments));
    }

    /** Where the person is told “you”, staff read another sentence. */
    private String key(TimelineEntry entry) {
        var ours = "support.timeline." + entry.key();
        return words.knows(ours) ? ours : "timeline." + entry.key();
    }

    private Line line(Attempt tried) {
        var attempt = tried.attempt();
        var text = words.say(
                "support.timeline.attempt",
                tried.company(),
                words.say("support.channel." + attempt.channel().name().toLowerCase(Locale.ROOT)),
                CompanyMore.outcome(attempt, words));
        return new Line(attempt.startedAt(), words.say("support.by.system"), text);
    }

    private Object inWords(Object argument) {
        return switch (argument) {
            case Instant at -> words.date(at);
            case LocalDate date -> words.date(date);
            default -> argument;
        };
    }
}
