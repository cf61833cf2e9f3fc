package io.retrace.ui.audit;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.LogReader;
import io.retrace.ui.component.Facts;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Time;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Routes;

/** What the log has committed to, under which key, and how to check that without us. */
final class LogHead extends Section {

    private static final int STEPS = 4;

    LogHead(EvidenceLog log, LogReader reader, Words words) {
        addClassNames("card", "stack");
        var newest = reader.checkpoints(null, 1);
        if (newest.isEmpty()) {
            add(Markup.h2(words.say("audit.head")), Markup.p(words.say("audit.head.none")));
            return;
        }
        var head = newest.getFirst();
        var steps = new OrderedList();
        steps.addClassName("steps");
        for (int step = 1; step <= STEPS; step++) steps.add(new ListItem(words.say("audit.check." + step)));
        add(
                Markup.h2(words.say("audit.head")),
                new Facts()
                        .fact(words.say("audit.head.size"), String.valueOf(head.size()))
                        .fact(words.say("audit.head.signed"), new Time(head.signedAt(), words))
                        .fact(words.say("audit.head.key"), Proved.code(log.verifierKey())),
                Markup.details(
                        words.say("audit.head.checkpoint"),
                        Proved.text(words.say("audit.head.checkpoint"), head.note())),
                Markup.details(words.say("audit.check"), steps),
                Markup.box(
                        "actions",
                        Markup.link(
                                Routes.AUDIT + "/checkpoints", words.say("audit.checkpoints"), "btn", "quiet", "slim"),
                        Markup.away("log/checkpoint", words.say("audit.head.public"), "small")));
    }
}
