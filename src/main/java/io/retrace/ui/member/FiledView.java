package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import io.retrace.agents.MyFilings;
import io.retrace.agents.MyFilings.Waiting;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainException;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Announcer;
import io.retrace.ui.shell.Routes;
import io.retrace.ui.shell.StepUp;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What agents ask on the person’s behalf: yes or no. An agent may lead here with the id of its filing and an address to go back
 * to; neither is believed, since whatever waits for this person is shown anyway, and nobody is sent on to where a link says.
 */
@Route(value = Routes.FILED, layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class FiledView extends Page implements HasUrlParameter<String> {

    private final MyFilings filings;
    private final CurrentUser user;
    private final Clock clock;

    FiledView(MyFilings filings, CurrentUser user, Clock clock) {
        super("stack", "page");
        this.filings = filings;
        this.user = user;
        this.clock = clock;
        entitle(say("filed.title"));
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String filing) {
        show("");
    }

    private void show(String said) {
        removeAll();
        add(Markup.h1(say("filed.title")));
        if (!said.isEmpty()) {
            add(Markup.p(said, "notice"));
            Announcer.say(said);
        }
        var waiting = filings.waiting();
        add(Markup.p(say(waiting.isEmpty() ? "filed.none" : "filed.lead"), "lead"));
        waiting.forEach(one -> add(card(one)));
        if (waiting.isEmpty())
            add(Markup.box("actions", Markup.link(Routes.REQUESTS, say("shell.nav.requests"), "btn", "quiet")));
    }

    private Component card(Waiting filing) {
        var right = "filed." + filing.kind().key();
        var card = Markup.box(
                "card stack",
                Markup.h2(say(right, filing.agent())),
                Markup.p(
                        say("filed.when", words().date(filing.filedAt()), words().date(filing.lapsesAt())),
                        "small",
                        "soft"),
                Markup.p(say(right + ".text", filing.agent())));
        var no = Markup.quiet(say("filed.no"), () -> decline(filing));
        if (user.assurance().freshAt(clock.instant())) {
            card.add(Markup.box("actions", Markup.primary(say("filed.yes"), () -> confirm(filing)), no));
        } else {
            card.add(
                    Markup.p(say("filed.prove")),
                    Markup.box("actions", Markup.primary(say("filed.prove.button"), this::prove), no));
        }
        return card;
    }

    private void prove() {
        getUI().ifPresent(ui -> ui.getPage().setLocation(StepUp.address("/" + Routes.FILED)));
    }

    private void confirm(Waiting filing) {
        try {
            switch (filings.confirm(filing.id())) {
                case Submission.Accepted accepted ->
                    go(Routes.REQUESTS + "/" + accepted.request().reference());
                case Submission.Merged merged -> go(Routes.REQUESTS + "/" + merged.into());
                case Submission.NothingToErase _ -> show(say("filed.nothing"));
            }
        } catch (StepUpRequired e) {
            prove();
        } catch (Conflict | NotFound refusal) {
            show(text(refusal));
        }
    }

    private void decline(Waiting filing) {
        try {
            filings.decline(filing.id());
            show(say("filed.no.done", filing.agent()));
        } catch (Conflict | NotFound refusal) {
            show(text(refusal));
        }
    }

    private void go(String address) {
        getUI().ifPresent(ui -> ui.navigate(address));
    }

    private String text(DomainException refusal) {
        return say(refusal.key(), refusal.arguments().toArray());
    }
}
