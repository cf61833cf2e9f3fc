package io.retrace.ui.support;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.delivery.DeliveryAlert;
import io.retrace.delivery.DeliveryLog;
import io.retrace.identity.Roles;
import io.retrace.identity.StuckErasings;
import io.retrace.identity.StuckErasings.Stuck;
import io.retrace.ledger.Incident;
import io.retrace.ledger.Incidents;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Time;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What went wrong: photos that reached a company although they were taken back (T6), and erasings that do not go on. */
@Route(value = Routes.SUPPORT + "/incidents", layout = SupportLayout.class)
@RolesAllowed({Roles.SUPPORT, Roles.SUPPORT_LEAD})
class IncidentsView extends Page implements BeforeEnterObserver {

    private static final int AT_ONCE = 100;

    private final Incidents incidents;
    private final StuckErasings erasings;
    private final DeliveryLog deliveries;
    private final Div more = Markup.box("more-rows");

    IncidentsView(Incidents incidents, StuckErasings erasings, DeliveryLog deliveries) {
        this.incidents = incidents;
        this.erasings = erasings;
        this.deliveries = deliveries;
        entitle(say("support.incidents"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var back = Markup.link(Routes.SUPPORT, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("shell.nav.queue")));
        add(Markup.box("crumb", back), Markup.box("head", Markup.h1(say("support.incidents"))));
        add(Markup.p(say("support.incidents.lead"), "soft", "page", "lead-in"));
        var table = new Table(
                say("support.incidents"),
                say("support.incident.kind"),
                say("support.incident.company"),
                say("support.incident.sent"),
                say("support.incident.reported"),
                say("support.incident.event"));
        table.addClassName("incidents");
        add(table, more);
        if (!append(table, null)) {
            table.removeFromParent();
            add(Markup.p(say("support.incidents.none"), "card"));
        }
        stuck(erasings.all());
        woken(deliveries.alerts());
    }

    /** Only there when something was wrong; it has been put right, and should not have happened. */
    private void woken(List<DeliveryAlert> all) {
        if (all.isEmpty()) return;
        add(Markup.h2(say("support.alerts")), Markup.p(say("support.alerts.lead"), "soft", "page"));
        var table = new Table(
                say("support.alerts"), say("support.alert.kind"), say("support.alert.found"), say("support.alert.id"));
        for (var alert : all) {
            table.row(
                    Markup.span(say("delivery.alert." + alert.kind())),
                    new Time(alert.foundAt(), words()),
                    Markup.span(alert.obligation().toString(), "ref"));
        }
        add(table);
    }

    /** Only there when something is wrong. It names nobody: who it is about is being forgotten. */
    private void stuck(List<Stuck> all) {
        if (all.isEmpty()) return;
        add(Markup.h2(say("support.erasings")), Markup.p(say("support.erasings.lead"), "soft", "page"));
        var table = new Table(
                say("support.erasings"),
                say("support.erasing.step"),
                say("support.erasing.fault"),
                say("support.erasing.begun"),
                say("support.erasing.since"),
                say("support.erasing.id"));
        for (var one : all) {
            table.row(
                    Markup.span(one.step()),
                    Markup.span(one.fault(), "ref"),
                    new Time(one.begunAt(), words()),
                    new Time(one.since(), words()),
                    Markup.span(one.erasing().toString(), "ref"));
        }
        add(table);
    }

    private boolean append(Table table, @Nullable String after) {
        var slice = incidents.open(after, AT_ONCE);
        slice.items().forEach(incident -> row(table, incident));
        more.removeAll();
        var next = slice.next();
        if (next != null) more.add(Markup.button(say("support.more"), "btn quiet slim", () -> append(table, next)));
        return !slice.items().isEmpty();
    }

    private void row(Table table, Incident incident) {
        var kind = incident.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var tag = Markup.span("", "tag", incident.kind() == Incident.Kind.REPORTED_LATE ? "asked" : "silent");
        tag.add(Icon.ALERT.draw(), Markup.span(say("support.incident." + kind)));
        table.row(
                tag,
                Markup.span(incident.company().name()),
                new Time(incident.disclosedAt(), words()),
                new Time(incident.openedAt(), words()),
                Markup.span(
                        incident.eventId() == null ? "–" : incident.eventId().toString(), "ref"));
    }
}
