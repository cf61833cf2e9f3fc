package io.retrace.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.audit.Figures;
import io.retrace.identity.Roles;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.Table;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** How many asked, how it ended, how long it took: by year, and by company. */
@Route(value = Routes.AUDIT + "/figures", layout = AuditLayout.class)
@RolesAllowed(Roles.AUDITOR)
class FiguresView extends Page implements BeforeEnterObserver {

    private final Figures figures;

    FiguresView(Figures figures) {
        super("audit");
        this.figures = figures;
        entitle(say("audit.figures"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(
                Markup.box("head", Markup.h1(say("audit.figures"))),
                Markup.p(say("audit.figures.lead"), "soft", "page"),
                Markup.h2(say("audit.figures.requests")),
                years(),
                Markup.h2(say("audit.figures.companies")),
                companies());
    }

    private Component years() {
        var table = new Table(
                say("audit.figures.requests"),
                say("audit.figure.year"),
                say("audit.figure.received"),
                say("audit.figure.open"),
                say("audit.figure.done"),
                say("audit.figure.partly"),
                say("audit.figure.not-done"),
                say("audit.figure.withdrawn"),
                say("audit.figure.median"));
        table.addClassName("figures");
        figures.years()
                .forEach(year -> table.row(
                        Markup.span(String.valueOf(year.year())),
                        number(year.received()),
                        number(year.open()),
                        number(year.done()),
                        number(year.partlyDone()),
                        number(year.notDone()),
                        number(year.withdrawn()),
                        days(year.medianDays())));
        return table.or(say("audit.figures.none"));
    }

    private Component companies() {
        var table = new Table(
                say("audit.figures.companies"),
                say("audit.hold.company"),
                say("audit.figure.asked"),
                say("audit.figure.answered"),
                say("audit.figure.kept"),
                say("audit.figure.late"),
                say("audit.figure.median.answer"));
        table.addClassName("figures");
        figures.companies()
                .forEach(company -> table.row(
                        Markup.span(company.name()),
                        number(company.asked()),
                        number(company.answered()),
                        number(company.keptSome()),
                        number(company.late()),
                        days(company.medianDays())));
        return table.or(say("audit.figures.none"));
    }

    private Component number(int number) {
        return Markup.span(words().number(number), "num");
    }

    /** Less than a day is said as that: a figure of 0 would look like a mistake. */
    private Component days(@Nullable Double days) {
        if (days == null) return Markup.span("–", "soft");
        return Markup.span(
                days < 1 ? say("audit.figure.days.less") : say("audit.figure.days", Math.round(days * 10) / 10.0),
                "num");
    }
}
