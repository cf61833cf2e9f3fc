package io.retrace.ui.audit;

import com.vaadin.flow.component.html.Div;
import io.retrace.evidence.LogFinding;
import io.retrace.ui.component.FindingFacts;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.List;

/** What the watch over the log has found: what is open stands in the open, what was settled can be read again. */
final class LogHealthCard extends Div {

    LogHealthCard(List<LogFinding> findings, Words words) {
        addClassName("stack");
        var open = findings.stream().filter(found -> found.settled() == null).toList();
        var settled = findings.stream().filter(found -> found.settled() != null).toList();
        if (!open.isEmpty()) {
            var alarm = Markup.box("notice danger strip");
            alarm.add(Icon.ALERT.draw(), Markup.span(words.say("finding.stopped", open.size())));
            add(alarm);
        } else if (settled.isEmpty()) {
            add(Markup.p(words.say("finding.none"), "small", "soft"));
        }
        open.forEach(found -> add(new FindingFacts(found, words)));
        if (!settled.isEmpty()) {
            add(Markup.details(
                    words.say("finding.before", settled.size()),
                    settled.stream()
                            .map(found -> new FindingFacts(found, words))
                            .toArray(FindingFacts[]::new)));
        }
    }
}
