package io.retrace.ui.audit;

import com.vaadin.flow.component.html.Div;
import io.retrace.evidence.LoggedLeaf;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Time;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Routes;

/** Leaves, one a row. */
final class LeafTable extends Div {

    private static final int SHORT = "sha256:".length() + 12;

    private final Words words;
    private final Table table;
    private int rows;

    LeafTable(Words words) {
        this.words = words;
        table = new Table(
                words.say("audit.leaves"),
                words.say("audit.leaf.position"),
                words.say("audit.leaf.time"),
                words.say("audit.leaf.type"),
                words.say("audit.leaf.commitment"));
        table.addClassNames("queue", "leaves");
        add(table);
    }

    void add(LoggedLeaf leaf) {
        rows++;
        table.row(
                Markup.link(Routes.AUDIT + "/leaves/" + leaf.position(), String.valueOf(leaf.position()), "num"),
                new Time(leaf.time(), words),
                Markup.box("two-lines", Markup.span(type(leaf.type(), words)), Markup.span(leaf.type(), "ref", "soft")),
                Markup.span(leaf.commitment().substring(0, SHORT) + "…", "ref"));
    }

    boolean empty() {
        return rows == 0;
    }

    int rows() {
        return rows;
    }

    /** What happened, in words; its name in the log where nobody has written words yet. */
    static String type(String type, Words words) {
        var key = "audit.type." + type;
        return words.knows(key) ? words.say(key) : type;
    }
}
