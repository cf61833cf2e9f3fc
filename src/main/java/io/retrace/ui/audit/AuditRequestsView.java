package io.retrace.ui.audit;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.identity.Roles;
import io.retrace.requests.RequestDesk;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.ui.component.Asked;
import io.retrace.ui.component.FilterBar;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;

/** Finds one request by the reference that its person, or an order, names. */
@Route(value = Routes.AUDIT + "/requests", layout = AuditLayout.class)
@RolesAllowed(Roles.AUDITOR)
class AuditRequestsView extends Page implements BeforeEnterObserver {

    static final String PATH = Routes.AUDIT + "/requests";

    private final RequestDesk requests;

    AuditRequestsView(RequestDesk requests) {
        super("audit", "page");
        this.requests = requests;
        entitle(say("audit.requests"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = Asked.of(event.getLocation());
        var known = asked.reference("request").filter(reference -> {
            try {
                return requests.request(reference).reference().equals(reference);
            } catch (NotFound e) {
                return false;
            }
        });
        if (known.isPresent()) {
            event.forwardTo(PATH + "/" + known.get());
            return;
        }
        removeAll();
        add(
                Markup.box("head", Markup.h1(say("audit.requests"))),
                Markup.p(say("audit.requests.lead"), "soft"),
                new FilterBar(PATH, asked)
                        .line("request", say("audit.filter.request"))
                        .button(say("audit.requests.find")));
        if (!asked.text("request").isEmpty()) {
            var answer = Markup.box("result", Markup.p(say("audit.request.unknown"), "notice", "danger"));
            answer.getElement().setAttribute("role", "alert");
            add(answer);
        }
    }
}
