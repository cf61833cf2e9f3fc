package io.retrace.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.audit.Hold;
import io.retrace.audit.HoldFilter;
import io.retrace.audit.HoldRegister;
import io.retrace.identity.Roles;
import io.retrace.ui.component.Asked;
import io.retrace.ui.component.FilterBar;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.Table;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything a company kept, would not or could not do: under which law, who says so, until when, and what became of it. */
@Route(value = Routes.AUDIT + "/register", layout = AuditLayout.class)
@RolesAllowed(Roles.AUDITOR)
class RegisterView extends Page implements BeforeEnterObserver {

    private static final String PATH = Routes.AUDIT + "/register";
    private static final int AT_ONCE = 50;

    private final HoldRegister register;
    private final Div more = Markup.box("more-rows");

    RegisterView(HoldRegister register) {
        super("audit");
        this.register = register;
        entitle(say("audit.register"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = Asked.of(event.getLocation());
        var filter = new HoldFilter(
                asked.one("kind", Hold.Kind.class).orElse(null),
                asked.one("state", Hold.State.class).orElse(null),
                asked.text("company").isEmpty() ? null : asked.text("company"));
        removeAll();
        more.removeAll();
        var query = asked.parameters().getQueryString();
        add(
                Markup.box(
                        "head",
                        Markup.h1(say("audit.register")),
                        Markup.away(
                                "/" + PATH + "/file" + (query.isEmpty() ? "" : "?" + query),
                                say("audit.register.file"),
                                "small")),
                Markup.p(say("audit.register.lead"), "soft", "page"),
                filters(asked));
        var table = table();
        add(table, more);
        if (!append(table, filter, null)) {
            table.removeFromParent();
            add(Markup.p(say("audit.register.none"), "card"));
        }
    }

    private Component filters(Asked asked) {
        var kinds = any();
        for (var kind : Hold.Kind.values()) kinds.put(kind.name(), say("audit.hold." + kind.key()));
        var states = any();
        for (var state : Hold.State.values()) states.put(state.name(), say("audit.state." + state.key()));
        var companies = any();
        register.companies().forEach(company -> companies.put(company.slug(), company.name()));
        return new FilterBar(PATH, asked)
                .choice("kind", say("audit.hold.kind"), kinds)
                .choice("state", say("audit.hold.state"), states)
                .choice("company", say("audit.hold.company"), companies)
                .button(say("audit.filter.show"));
    }

    private Map<String, String> any() {
        return new LinkedHashMap<>(Map.of("", say("audit.filter.any")));
    }

    private Table table() {
        var table = new Table(
                say("audit.register"),
                say("audit.hold.company"),
                say("audit.hold.kind"),
                say("audit.hold.said"),
                say("audit.hold.officer"),
                say("audit.hold.until"),
                say("audit.hold.review"),
                say("audit.hold.state"),
                say("audit.hold.request"));
        table.addClassName("register");
        return table;
    }

    private boolean append(Table table, HoldFilter filter, @Nullable String after) {
        var slice = register.holds(filter, after, AT_ONCE);
        slice.items().forEach(hold -> row(table, hold));
        more.removeAll();
        var next = slice.next();
        if (next != null)
            more.add(Markup.button(say("support.more"), "btn quiet slim", () -> append(table, filter, next)));
        return !slice.items().isEmpty();
    }

    private void row(Table table, Hold hold) {
        table.row(
                Markup.box(
                        "two-lines",
                        Markup.span(hold.company()),
                        Markup.span(say("audit.hold.items", hold.items()), "soft")),
                kind(hold),
                Markup.span(hold.said()),
                Markup.span(hold.officer()),
                Markup.span(day(hold.until()), "num"),
                Markup.span(day(hold.review()), hold.state() == Hold.State.OVERDUE ? "late" : "num"),
                Markup.span(say("audit.state." + hold.state().key())),
                Markup.box(
                        "two-lines",
                        Markup.link(
                                AuditRequestsView.PATH + "/" + hold.request(),
                                hold.request().value(),
                                "num"),
                        Markup.span(
                                say("audit.hold.answered", words().shortDay(words().day(hold.answeredAt()))), "soft")));
    }

    private Component kind(Hold hold) {
        var tag = switch (hold.kind()) {
            case KEPT -> Markup.span("", "tag", "kept");
            case INFEASIBLE, WITHHELD -> Markup.span("", "tag", "silent");
        };
        tag.add(Icon.LOCK.draw(), Markup.span(say("audit.hold." + hold.kind().key())));
        return tag;
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "–" : words().shortDay(day);
    }
}
