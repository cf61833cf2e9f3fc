package io.retrace.ui.member;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.retrace.requests.TimelineEntry;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Time;
import io.retrace.ui.component.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What happened, newest first: the request’s own history and its companies’ merged. */
final class History extends Div {

    private static final int AT_ONCE = 200;

    History(List<TimelineEntry> request, List<TimelineEntry> companies, Words words) {
        addClassNames("stack", "history");
        var list = new OrderedList();
        list.addClassName("timeline");
        Stream.concat(request.stream(), companies.stream())
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(AT_ONCE)
                .map(entry -> item(entry, words))
                .forEach(list::add);
        add(Markup.h2(words.say("timeline.title")), list);
    }

    private static ListItem item(TimelineEntry entry, Words words) {
        var arguments = entry.arguments().stream()
                .map(argument -> inWords(argument, words))
                .toArray();
        return new ListItem(new Time(entry.at(), words), Markup.p(words.say("timeline." + entry.key(), arguments)));
    }

    private static Object inWords(Object argument, Words words) {
        return switch (argument) {
            case Instant at -> words.date(at);
            case LocalDate date -> words.date(date);
            default -> argument;
        };
    }
}
