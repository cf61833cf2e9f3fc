package io.retrace.ui.member;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.agents.MyFilings;
import io.retrace.identity.Roles;
import io.retrace.obligations.RequestProgress;
import io.retrace.requests.MyRequests;
import io.retrace.requests.SubjectRequest;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.RequestTag;
import io.retrace.ui.component.Row;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;

/** Everything the person has asked for, newest first. */
@Route(value = Routes.REQUESTS, layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class RequestsView extends Page implements BeforeEnterObserver {

    private final MyRequests requests;
    private final RequestProgress progress;
    private final MyFilings filings;

    RequestsView(MyRequests requests, RequestProgress progress, MyFilings filings) {
        super("stack");
        this.requests = requests;
        this.progress = progress;
        this.filings = filings;
        entitle(say("shell.nav.requests"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var all = requests.all();
        add(Markup.h1(say("member.requests.headline", all.size())));
        askedForYou();
        if (all.isEmpty()) {
            add(
                    Markup.p(say("member.requests.none"), "lead"),
                    Markup.box("actions", Markup.link("ask", say("member.home.ask"), "btn", "primary")));
            return;
        }
        add(Row.list(all.stream().map(this::row).toList()));
    }

    /** Only there when an agent has asked for something that the person has not decided. */
    private void askedForYou() {
        var waiting = filings.waiting().size();
        if (waiting == 0) return;
        add(Markup.box(
                "notice stack",
                Markup.p(say("filed.open", waiting)),
                Markup.link(Routes.FILED, say("filed.open.look"))));
    }

    private Row row(SubjectRequest request) {
        var sentences = new RequestSentences(words(), request, progress.companies(request.id()));
        var reference = request.reference().value();
        return new Row("R", Markup.link("requests/" + reference, sentences.headline(), "name"))
                .says(sentences.rest())
                .notes(say("member.card.asked", reference, words().date(request.receivedAt())))
                .tagged(new RequestTag(request.status(), words()));
    }
}
