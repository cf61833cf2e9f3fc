package io.retrace.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.audit.Exports;
import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.LeafFilter;
import io.retrace.evidence.LogFindings;
import io.retrace.evidence.LogReader;
import io.retrace.evidence.LoggedLeaf;
import io.retrace.identity.Roles;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Reference;
import io.retrace.ui.component.Asked;
import io.retrace.ui.component.FilterBar;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log: its head, and every leaf, newest first; or the leaves about one request. */
@Route(value = Routes.AUDIT, layout = AuditLayout.class)
@RolesAllowed(Roles.AUDITOR)
class LogView extends Page implements BeforeEnterObserver {

    private static final int AT_ONCE = 50;

    private final EvidenceLog log;
    private final LogReader reader;
    private final LogFindings findings;
    private final Exports exports;
    private final Div more = Markup.box("more-rows");
    private final Div said = Markup.box("result");

    LogView(EvidenceLog log, LogReader reader, LogFindings findings, Exports exports) {
        super("audit");
        this.log = log;
        this.reader = reader;
        this.findings = findings;
        this.exports = exports;
        said.getElement().setAttribute("role", "status");
        entitle(say("audit.log"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = Asked.of(event.getLocation());
        removeAll();
        more.removeAll();
        said.removeAll();
        add(Markup.box("head", Markup.h1(say("audit.log"))));
        add(
                new LogHealthCard(findings.all(), words()),
                new LogHead(log, reader, words()),
                Markup.h2(say("audit.leaves")),
                filters(asked),
                said);
        if (asked.text("request").isEmpty()) searched(filter(asked));
        else asked.reference("request").ifPresentOrElse(request -> about(request, filter(asked)), this::noRequest);
    }

    private Component filters(Asked asked) {
        var types = new LinkedHashMap<String, String>(Map.of("", say("audit.filter.any")));
        var known = reader.types();
        known.forEach(type -> types.put(type, LeafTable.type(type, words())));
        var type = asked.text("type");
        if (!type.isEmpty()) types.putIfAbsent(type, type);
        return new FilterBar(Routes.AUDIT, asked)
                .choice("type", say("audit.filter.type"), types)
                .day("from", say("audit.filter.from"))
                .day("until", say("audit.filter.until"))
                .line("request", say("audit.filter.request"))
                .button(say("audit.filter.show"));
    }

    private LeafFilter filter(Asked asked) {
        var type = asked.text("type");
        try {
            return new LeafFilter(
                    type.isEmpty() ? null : type,
                    asked.day("from").map(this::begin).orElse(null),
                    asked.day("until").map(day -> begin(day.plusDays(1))).orElse(null));
        } catch (IllegalArgumentException e) {
            return LeafFilter.ANY;
        }
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(words().zone()).toInstant();
    }

    private void searched(LeafFilter filter) {
        var table = new LeafTable(words());
        add(table, more);
        append(table, filter, null);
    }

    /** A part of the log at a time: it may hold none of those that are looked for, and says so. */
    private void append(LeafTable table, LeafFilter filter, @Nullable Long before) {
        var page = reader.leaves(filter, before, AT_ONCE);
        page.leaves().forEach(table::add);
        more.removeAll();
        said.removeAll();
        var next = page.next();
        if (next != null) {
            if (page.leaves().isEmpty())
                said.add(Markup.p(say("audit.leaves.none.here", String.valueOf(next)), "notice"));
            more.add(Markup.button(say("audit.leaves.older"), "btn quiet slim", () -> append(table, filter, next)));
        } else if (table.empty()) {
            said.add(Markup.p(say("audit.leaves.none"), "notice"));
        }
        table.setVisible(!table.empty());
    }

    private void about(Reference request, LeafFilter filter) {
        try {
            var table = new LeafTable(words());
            exports.leaves(request).reversed().stream()
                    .filter(leaf -> matches(leaf, filter))
                    .forEach(table::add);
            said.add(Markup.p(say("audit.leaves.about", request.value(), table.rows()), "soft"));
            table.setVisible(!table.empty());
            add(table);
        } catch (NotFound e) {
            noRequest();
        }
    }

    private static boolean matches(LoggedLeaf leaf, LeafFilter filter) {
        var from = filter.from();
        var until = filter.until();
        return (filter.type() == null || leaf.type().equals(filter.type()))
                && (from == null || !leaf.time().isBefore(from))
                && (until == null || leaf.time().isBefore(until));
    }

    private void noRequest() {
        said.add(Markup.p(say("audit.request.unknown"), "notice", "danger"));
    }
}
