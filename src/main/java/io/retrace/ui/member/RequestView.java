package io.retrace.ui.member;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.retrace.evidence.MyReceipts;
import io.retrace.identity.Roles;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.RequestProgress;
import io.retrace.requests.MyRequests;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.Reference;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.RequestTag;
import io.retrace.ui.component.Row;
import io.retrace.ui.shell.Announcer;
import io.retrace.ui.shell.LiveUpdates;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request until every company has answered; changes by itself while they do. */
@Route(value = Routes.REQUESTS, layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class RequestView extends Page implements HasUrlParameter<String> {

    private final MyRequests requests;
    private final RequestProgress progress;
    private final MyReceipts receipts;
    private final Copies copies;
    private final LiveUpdates live;
    private final Div top = Markup.box("stack");
    private final Div companies = new Div();
    private final Div aside = Markup.box("stack aside");
    private final Div history = Markup.box("stack");
    private @Nullable Reference reference;
    private @Nullable UndoCard undo;
    private String said = "";
    private Runnable stopWatching = () -> {};

    RequestView(MyRequests requests, RequestProgress progress, MyReceipts receipts, Copies copies, LiveUpdates live) {
        super("stack");
        this.requests = requests;
        this.progress = progress;
        this.receipts = receipts;
        this.copies = copies;
        this.live = live;
        var back = Markup.link(Routes.REQUESTS, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("shell.nav.requests")));
        add(
                Markup.box("crumb", back),
                Markup.box("two with-aside", Markup.box("stack", top, companies), aside),
                history);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        reference = Ids.reference(parameter);
        var request = requests.request(reference);
        entitle(request.reference().value());
        stopWatching.run();
        // before reading, or an answer that comes between the two is never shown
        stopWatching = live.watch(request.id().value(), () -> event.getUI().access(this::refresh));
        show(requests.request(reference));
    }

    /** Reads everything again; says the new headline aloud only if it changed. */
    private void refresh() {
        if (reference == null) return;
        var before = said;
        show(requests.request(reference));
        if (!before.equals(said)) Announcer.say(said);
    }

    private void show(SubjectRequest request) {
        var asked = progress.companies(request.id());
        var sentences = new RequestSentences(words(), request, asked);
        said = sentences.headline() + " " + sentences.rest();
        showTop(request, sentences);
        companies.removeAll();
        companies.add(Row.list(asked.stream()
                .map(company -> new CompanyRow(company, progress, words()).row())
                .toList()));
        var told = told(request, asked);
        if (!told.isEmpty()) companies.add(Markup.p(say("member.told", words().list(told)), "small", "soft", "told"));
        aside.removeAll();
        undo = stillUndoable(request);
        if (undo != null) aside.add(undo);
        if (copies.shown(request)) aside.add(copies.card(request, answered(asked), this::refresh));
        if (request.status() != RequestStatus.WITHDRAWN) aside.add(new DeadlineCard(request.deadline(), words()));
        var issued = receipts.of(request.id());
        if (!issued.isEmpty()) aside.add(new ReceiptCard(issued, asked, receipts, words()));
        history.removeAll();
        history.add(new History(requests.timeline(request.id()), progress.timeline(request.id()), words()));
    }

    /** The same card as before, or a change from elsewhere would take the question away from under a person’s finger. */
    private @Nullable UndoCard stillUndoable(SubjectRequest request) {
        if (request.status() != RequestStatus.RECEIVED || !request.kind().canBeTakenBack()) return null;
        return undo != null && undo.of(request) ? undo : new UndoCard(request, words(), this::takeBack);
    }

    private void showTop(SubjectRequest request, RequestSentences sentences) {
        top.removeAll();
        top.add(
                Markup.box(
                        "eyebrow",
                        Markup.span(
                                say(
                                        request.kind() == RequestKind.ACCESS
                                                ? "member.request.line.copy"
                                                : "member.request.line",
                                        request.reference().value(),
                                        request.companies(),
                                        words().date(request.receivedAt())),
                                "small",
                                "soft",
                                "num"),
                        new RequestTag(request.status(), words())),
                Markup.h1(sentences.headline()));
        if (!sentences.rest().isEmpty()) top.add(Markup.p(sentences.rest(), "lead"));
    }

    private static int answered(List<CompanyProgress> asked) {
        return (int) asked.stream().filter(one -> one.word().answered()).count();
    }

    /** Every recipient by name, as soon as it was asked (GDPR Art. 19, second sentence). */
    private static List<String> told(SubjectRequest request, List<CompanyProgress> asked) {
        return request.kind() != RequestKind.ERASURE
                ? List.of()
                : asked.stream()
                        .filter(one -> one.instants().askedAt() != null)
                        .map(one -> one.company().name())
                        .sorted()
                        .toList();
    }

    private void takeBack(SubjectRequest request) {
        try {
            requests.withdraw(request.id());
        } finally {
            refresh(); // too late is an answer too: the page then shows what is true
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopWatching.run();
        super.onDetach(event);
    }
}
