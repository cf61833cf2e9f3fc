package io.retrace.ui.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.delivery.DeadLetters;
import io.retrace.evidence.LogFindings;
import io.retrace.identity.Roles;
import io.retrace.identity.StuckErasings;
import io.retrace.ledger.Incidents;
import io.retrace.obligations.QueueCounters;
import io.retrace.obligations.SupportDesk;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.Table;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Open requests by legal risk: who we wait for, how long there is, what comes next. */
@Route(value = Routes.SUPPORT, layout = SupportLayout.class)
@RolesAllowed({Roles.SUPPORT, Roles.SUPPORT_LEAD})
class QueueView extends Page implements BeforeEnterObserver {

    private static final int AT_ONCE = 50;
    private static final int INCIDENTS = 100;
    private static final List<Show> COUNTERS = List.of(Show.US, Show.COMPANY, Show.PERSON, Show.LATE);

    private final SupportDesk desk;
    private final Incidents incidents;
    private final StuckErasings erasings;
    private final LogFindings findings;
    private final DeadLetters letters;
    private final Clock clock;

    QueueView(
            SupportDesk desk,
            Incidents incidents,
            StuckErasings erasings,
            LogFindings findings,
            DeadLetters letters,
            Clock clock) {
        this.desk = desk;
        this.incidents = incidents;
        this.erasings = erasings;
        this.findings = findings;
        this.letters = letters;
        this.clock = clock;
        entitle(say("shell.nav.queue"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var asked = event.getLocation().getQueryParameters().getSingleParameter("show");
        var show = Show.of(asked.orElse(""));
        add(Markup.box("head", Markup.h1(say("support.queue")), new QueueKeys(words())));
        incidents();
        stuck();
        stopped();
        undelivered();
        add(counters(desk.counters(), show), narrowed(show), new Rows(show));
    }

    /** Only there when something is wrong. */
    private void incidents() {
        var open = incidents.open(null, INCIDENTS);
        var count = open.items().size();
        if (count == 0) return;
        var text = open.next() == null ? say("support.incidents.open", count) : say("support.incidents.many", count);
        add(strip("support/incidents", text));
    }

    private void stuck() {
        var count = erasings.all().size();
        if (count > 0) add(strip("support/incidents", say("support.erasings.open", count)));
    }

    private void stopped() {
        var open =
                findings.all().stream().filter(found -> found.settled() == null).count();
        if (open > 0) add(strip(FindingsView.PATH, say("finding.stopped", open)));
    }

    private void undelivered() {
        var count = letters.count();
        if (count > 0) add(strip(UndeliveredView.PATH, say("undelivered.open", count)));
    }

    private static Component strip(String path, String text) {
        var strip = Markup.link(path, "", "notice", "danger", "strip");
        strip.add(Icon.ALERT.draw(), Markup.span(text));
        return strip;
    }

    private Component counters(QueueCounters counters, Show shown) {
        var box = Markup.box("counters");
        for (var show : COUNTERS) {
            var count = show.count(counters);
            var counter = Markup.link((show == shown ? Show.OPEN : show).path(), "", "card");
            counter.add(Markup.strong(words().number(count)), Markup.span(say("support.counter." + show.word())));
            if (show == shown) counter.getElement().setAttribute("aria-current", "true");
            if (show == Show.LATE && count > 0) counter.addClassName("alarm");
            box.add(counter);
        }
        return box;
    }

    /** Says which rows stand below, and leads to the others. */
    private Component narrowed(Show shown) {
        var other = switch (shown) {
            case OPEN -> Markup.link(Show.CLOSED.path(), say("support.show.closed"));
            case US, COMPANY, PERSON, LATE, CLOSED -> Markup.link(Show.OPEN.path(), say("support.show.open"));
        };
        return Markup.box("narrowed small", Markup.span(say("support.shown." + shown.word()), "soft"), other);
    }

    /** The rows, a slice at a time. */
    private final class Rows extends Div {

        private final Show show;
        private final Table table;
        private final Div button = Markup.box("more-rows");

        Rows(Show show) {
            this.show = show;
            table = new Table(say("support.queue"), headings());
            table.addClassName("queue");
            add(table, button);
            append(null);
        }

        private void append(@Nullable String after) {
            var slice = desk.queue(show.filter(), after, AT_ONCE);
            slice.items()
                    .forEach(row -> QueueLine.of(row, clock.instant(), words()).into(table));
            button.removeAll();
            var next = slice.next();
            if (next != null) button.add(Markup.button(say("support.more"), "btn quiet slim", () -> append(next)));
            if (after == null && slice.items().isEmpty()) {
                removeAll();
                add(Markup.p(say("support.none." + show.word()), "card"));
            }
        }

        private String[] headings() {
            return new String[] {
                say("support.column.reference"),
                say("support.column.asks"),
                say("support.column.stands"),
                say("support.column.waits"),
                say("support.column.legal"),
                say("support.column.left"),
                say("support.column.state"),
                say("support.column.next")
            };
        }
    }
}
