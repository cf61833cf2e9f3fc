package io.retrace.ui.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.delivery.DeadLetters;
import io.retrace.delivery.EndpointStates;
import io.retrace.delivery.Replays;
import io.retrace.identity.Roles;
import io.retrace.obligations.SupportDesk;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.ui.component.Asked;
import io.retrace.ui.component.FilterBar;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;

/** Questions that do not get through, servers that do not answer, and sending a company’s messages once more. */
@Route(value = Routes.SUPPORT + "/undelivered", layout = SupportLayout.class)
@RolesAllowed({Roles.SUPPORT, Roles.SUPPORT_LEAD})
class UndeliveredView extends Page implements BeforeEnterObserver {

    static final String PATH = Routes.SUPPORT + "/undelivered";

    private final DeadLetters letters;
    private final Replays replays;
    private final EndpointStates endpoints;
    private final PartnerDirectory partners;
    private final SupportDesk desk;
    private final Div result = Markup.box("result");
    private final Div content = new Div();
    private Asked asked = new Asked(Map.of());

    UndeliveredView(
            DeadLetters letters,
            Replays replays,
            EndpointStates endpoints,
            PartnerDirectory partners,
            SupportDesk desk) {
        super("audit");
        this.letters = letters;
        this.replays = replays;
        this.endpoints = endpoints;
        this.partners = partners;
        this.desk = desk;
        entitle(say("undelivered.title"));
        result.getElement().setAttribute("role", "status");
        content.addClassName("audit");
        add(Markup.box("head", Markup.h1(say("undelivered.title"))), result, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = Asked.of(event.getLocation());
        result.removeAll();
        show();
    }

    private void show() {
        var company = partners.bySlug(asked.text("company")).orElse(null);
        content.removeAll();
        content.add(Markup.p(say("undelivered.lead"), "soft", "page"));
        EndpointTable.of(endpoints.troubles(), words(), one -> done(() -> endpoints.useAgain(one), "endpoint.used"))
                .ifPresent(content::add);
        content.add(
                Markup.h2(say("undelivered.waiting")),
                new DeadLetterTable(
                        letters,
                        desk,
                        company == null ? null : company.id(),
                        words(),
                        one -> done(() -> replays.order(one), "replay.ordered.one")),
                Markup.h2(say("replay.title")),
                Markup.p(say("replay.lead"), "soft", "page"),
                filters());
        ReplayPreview.of(asked, company, replays, words(), this::done).ifPresent(content::add);
        ReplayPreview.newest(replays.newest(20), partners, words()).ifPresent(content::add);
    }

    private Component filters() {
        var companies = new LinkedHashMap<String, String>(Map.of("", say("audit.filter.any")));
        partners.partners().stream()
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .forEach(company -> companies.put(company.slug(), company.name()));
        return new FilterBar(PATH, asked)
                .choice("company", say("support.incident.company"), companies)
                .day("from", say("audit.filter.from"))
                .day("until", say("audit.filter.until"))
                .button(say("replay.look"));
    }

    private void done(Runnable command, String said) {
        result.removeAll();
        try {
            command.run();
            result.add(Markup.p(say(said), "notice"));
        } catch (Conflict refusal) {
            result.add(Markup.p(say(refusal.key(), refusal.arguments().toArray()), "notice", "danger"));
        }
        show();
    }
}
