package io.retrace.ui.member;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.retrace.identity.Roles;
import io.retrace.requests.MyRequests;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.Reference;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;

/** The confirmation: the reference, and what happens next and when. */
@Route(value = "ask/sent", layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class AskSentView extends Page implements HasUrlParameter<String> {

    private final MyRequests requests;

    AskSentView(MyRequests requests) {
        super("stack", "page");
        this.requests = requests;
    }

    /** The part of the address that remembers which requests ask for some of it already. */
    static String already(List<Reference> references) {
        return references.isEmpty()
                ? ""
                : "?already=" + references.stream().map(Reference::value).collect(Collectors.joining(","));
    }

    @Override
    public void setParameter(BeforeEvent event, String reference) {
        var request = requests.request(Ids.reference(reference));
        var parameters = event.getLocation().getQueryParameters();
        removeAll();
        if (parameters.getParameters().containsKey("merged")) merged(request);
        else sent(request);
        parameters.getSingleParameter("already").ifPresent(this::already);
        add(Markup.box(
                "actions",
                Markup.link("requests/" + request.reference(), say("sent.follow"), "btn", "primary"),
                Markup.link(Routes.MEMBER, say("shell.nav.photos"), "btn", "quiet")));
    }

    private void sent(SubjectRequest request) {
        entitle(say("sent.title"));
        add(
                Markup.box(
                        "confirmation",
                        Markup.h1(say("sent.title")),
                        Markup.p(say("sent.reference")),
                        Markup.p(request.reference().value(), "reference", "num")),
                Markup.h2(say("sent.next")));
        var steps = new OrderedList();
        steps.addClassName("steps");
        var copy = request.kind() == RequestKind.ACCESS;
        if (request.status() == RequestStatus.RECEIVED && !copy) {
            steps.add(new ListItem(say("sent.undo", words().time(request.undoUntil()))));
        }
        steps.add(
                new ListItem(say(copy ? "sent.asked.copy" : "sent.asked", request.companies())),
                new ListItem(say("sent.due", words().date(request.deadline().due()))),
                new ListItem(say("sent.mail")));
        add(steps);
    }

    private void merged(SubjectRequest request) {
        entitle(say("sent.merged.title"));
        add(
                Markup.h1(say("sent.merged.title")),
                Markup.p(say("sent.merged", request.reference().value(), words().date(request.receivedAt())), "lead"));
    }

    private void already(String references) {
        var known = List.of(references.split(",", 20)).stream()
                .map(Ids::reference)
                .map(requests::request)
                .map(request -> request.reference().value())
                .toList();
        add(Markup.p(say("sent.already", known.size(), words().list(known)), "notice"));
    }
}
