package io.retrace.ui.support;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.retrace.agents.FilingDesk;
import io.retrace.delivery.DeliveryLog;
import io.retrace.delivery.TestEvents;
import io.retrace.identity.Roles;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.SupportDesk;
import io.retrace.requests.RequestDesk;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Reference;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.RequestTag;
import io.retrace.ui.shell.Announcer;
import io.retrace.ui.shell.LiveUpdates;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request for staff: the clock, each company, one merged timeline. Changes by itself. */
@Route(value = Routes.SUPPORT + "/requests", layout = SupportLayout.class)
@RolesAllowed({Roles.SUPPORT, Roles.SUPPORT_LEAD})
class SupportRequestView extends Page implements HasUrlParameter<String> {

    private final RequestDesk requests;
    private final SupportDesk desk;
    private final DeliveryLog deliveries;
    private final FilingDesk filings;
    private final LiveUpdates live;
    private final Div top = new Div();
    private final CompaniesTable companies;
    private final Div result = Markup.box("result");
    private final Div aside = Markup.box("stack aside");
    private final Div history = new Div();
    private @Nullable Reference reference;
    private String said = "";
    private Runnable stopWatching = () -> {};

    SupportRequestView(
            RequestDesk requests,
            SupportDesk desk,
            DeliveryLog deliveries,
            TestEvents tests,
            FilingDesk filings,
            LiveUpdates live) {
        super("case");
        this.requests = requests;
        this.desk = desk;
        this.deliveries = deliveries;
        this.filings = filings;
        this.live = live;
        companies = new CompaniesTable(new CompanyMore(desk, deliveries, tests, words()), this::resend, words());
        result.getElement().setAttribute("role", "status");
        var back = Markup.link(Routes.SUPPORT, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("shell.nav.queue")));
        add(
                Markup.box("crumb", back),
                top,
                Markup.box(
                        "two with-aside",
                        Markup.box("stack", Markup.h2(say("support.companies")), result, companies, history),
                        aside));
        keepFocus();
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        reference = reference(parameter);
        var request = requests.request(reference);
        entitle(request.reference().value());
        result.removeAll();
        stopWatching.run();
        // before reading, or a change that comes between the two is never shown
        stopWatching = live.watch(request.id().value(), () -> event.getUI().access(this::refresh));
        show(requests.request(reference));
    }

    private static Reference reference(String text) {
        try {
            return new Reference(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("error.not-found");
        }
    }

    /** Reads everything again; says aloud where it stands only if that changed. */
    private void refresh() {
        if (reference == null) return;
        var before = said;
        show(requests.request(reference));
        getElement().executeJs("this.giveFocusBack()");
        if (!before.equals(said)) Announcer.say(said);
    }

    private void show(SubjectRequest request) {
        var asked = desk.companies(request.id());
        said = stands(asked);
        top.removeAll();
        top.add(Markup.box(
                "head",
                Markup.box(
                        "stack tight",
                        Markup.h1(request.reference().value()),
                        Markup.p(RequestWords.asks(request, words()) + " · " + said, "soft")),
                new RequestTag(request.status(), words())));
        companies.show(asked);
        aside.removeAll();
        aside.add(new ClockCard(request, words()));
        var filed = filings.of(request.id());
        if (!filed.isEmpty()) aside.add(new FiledCard(filed, words()));
        history.removeAll();
        history.add(new CaseTimeline(
                requests.timeline(request.id()),
                desk.timeline(request.id()),
                CaseTimeline.attempts(asked, deliveries),
                words()));
    }

    private String stands(List<CompanyProgress> asked) {
        var answered = (int) asked.stream().filter(one -> one.word().answered()).count();
        return say("support.stands.answered", answered, asked.size());
    }

    private void resend(CompanyProgress company) {
        result.removeAll();
        try {
            desk.resend(company.obligation());
            result.add(Markup.p(say("support.again.done", company.company().name()), "notice"));
        } catch (Conflict refusal) {
            result.add(Markup.p(say(refusal.key(), refusal.arguments().toArray()), "notice", "danger"));
        }
        refresh();
    }

    /** What is drawn again takes the focus with it; whoever had it gets it back. */
    private void keepFocus() {
        getElement().executeJs("""
                let last = '';
                this.addEventListener('focusin', event => { last = event.target.id; });
                this.giveFocusBack = () => {
                  if (document.activeElement === document.body && last) document.getElementById(last)?.focus({preventScroll: true});
                };""");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopWatching.run();
        super.onDetach(event);
    }
}
