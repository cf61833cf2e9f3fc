package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.ledger.MyLedger;
import io.retrace.ledger.MyLedger.SelectionSize;
import io.retrace.ledger.Selection;
import io.retrace.requests.MyRequests;
import io.retrace.requests.RequestKind;
import io.retrace.requests.SubjectRequest;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.ui.component.Facts;
import io.retrace.ui.component.Markup;
import io.retrace.ui.shell.StepUp;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;

/** Check your answers: what was chosen, what exactly will happen and from when on it cannot be undone. */
@Route(value = "ask/check", layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class AskCheckView extends AskPage implements BeforeEnterObserver {

    private final AskDrafts drafts;
    private final MyLedger ledger;
    private final MyRequests requests;
    private final CurrentUser user;
    private final UndoWindow undo;
    private final Clock clock;
    private boolean copy;

    AskCheckView(
            AskDrafts drafts, MyLedger ledger, MyRequests requests, CurrentUser user, UndoWindow undo, Clock clock) {
        super("ask.check.title");
        this.drafts = drafts;
        this.ledger = ledger;
        this.requests = requests;
        this.user = user;
        this.undo = undo;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var draft = drafts.read();
        copy = draft.copy();
        if (draft.what() == null) event.forwardTo(AskWhatView.class);
        else draft.selection().ifPresentOrElse(this::check, () -> event.forwardTo(AskWhichView.class));
    }

    private void check(Selection selection) {
        var size = ledger.measure(selection);
        begin("ask/which", 3, Markup.h1(say("ask.check.title")));
        if (proved() && size.companies() > 0) add(Markup.p(say("ask.check.proved"), "notice"));
        add(answers(selection, size));
        if (size.companies() == 0) {
            add(Markup.p(say("ask.nothing"), "notice"));
            return;
        }
        copiesUnderWay().ifPresent(this::warn);
        add(Markup.h2(say("ask.check.then")), whatHappens(size), confirmation(size));
    }

    private Facts answers(Selection selection, SelectionSize size) {
        return new Facts()
                .fact(
                        say("ask.check.what"),
                        value(say(copy ? "ask.check.what.copy" : "ask.check.what.erase")),
                        change("ask", "what"))
                .fact(say("ask.check.photos"), value(photos(selection, size)), change(selection, "photos"))
                .fact(say("ask.check.companies"), value(companies(selection, size)), change(selection, "companies"))
                .fact(say("ask.check.app"), say(copy ? "ask.check.app.copy" : "ask.check.app.stays"));
    }

    private String photos(Selection selection, SelectionSize size) {
        return switch (selection) {
            case Selection.All _ -> say("ask.check.photos.all", size.photos());
            case Selection.Photos _ -> say("ask.check.photos.chosen", size.photos());
            case Selection.Companies _ -> say("ask.check.photos.at", size.photos());
        };
    }

    private String companies(Selection selection, SelectionSize size) {
        return switch (selection) {
            case Selection.All _, Selection.Photos _ -> say("ask.check.companies.all", size.companies());
            case Selection.Companies chosen ->
                words().list(ledger.companies().stream()
                        .map(io.retrace.ledger.CompanyHolding::company)
                        .filter(company -> chosen.companies().contains(company.id()))
                        .map(io.retrace.partners.Partner::name)
                        .toList());
        };
    }

    private static Component value(String text) {
        return Markup.span(text);
    }

    private Component change(Selection selection, String what) {
        var direct = switch (selection) {
            case Selection.Photos _ -> what.equals("photos");
            case Selection.Companies _ -> what.equals("companies");
            case Selection.All _ -> false;
        };
        return change(direct ? "ask/" + what : "ask/which", what);
    }

    private Component change(String path, String what) {
        var link = Markup.link(path, say("ask.change"), "small");
        link.setAriaLabel(say("ask.change." + what));
        return link;
    }

    private OrderedList whatHappens(SelectionSize size) {
        var steps = new OrderedList();
        steps.addClassName("steps");
        if (copy) steps.add(new ListItem(say("ask.check.then.copy", size.companies())));
        else
            steps.add(
                    new ListItem(say("ask.check.then.undo", undo.inWords(words()))),
                    new ListItem(say("ask.check.then.asked", size.companies())));
        steps.add(new ListItem(say("ask.check.then.name")), new ListItem(say("ask.check.then.month")));
        return steps;
    }

    private Component confirmation(SelectionSize size) {
        if (proved())
            return Markup.box(
                    "stack confirm",
                    Markup.box("actions", Markup.primary(say("ask.check.send", size.companies()), this::send)));
        return Markup.box(
                "stack confirm",
                Markup.p(say("ask.check.prove")),
                Markup.box("actions", Markup.primary(say("ask.check.prove.button"), this::prove)));
    }

    private boolean proved() {
        return user.assurance().freshAt(clock.instant());
    }

    private void prove() {
        getUI().ifPresent(ui -> ui.getPage().setLocation(StepUp.address("/ask/check")));
    }

    /** The draft names the submission, so a second press or a second tab makes no second request. */
    private void send() {
        var draft = drafts.read();
        try {
            draft.selection().ifPresent(selection -> arrived(send(draft, selection)));
        } catch (StepUpRequired e) {
            prove();
        }
    }

    private Submission send(AskDraft draft, Selection selection) {
        return draft.copy()
                ? requests.copyFromCompanies(draft.submission(), selection)
                : requests.eraseAtCompanies(draft.submission(), selection);
    }

    /** What is erased first cannot be copied any more: said before it is too late, and left to the person. */
    private Optional<SubjectRequest> copiesUnderWay() {
        if (copy) return Optional.empty();
        return requests.all().stream()
                .filter(request ->
                        request.kind() == RequestKind.ACCESS && request.status().open())
                .findFirst();
    }

    private void warn(SubjectRequest request) {
        var reference = request.reference().value();
        add(Markup.box(
                "notice stack",
                Markup.p(say("ask.check.copy-first", reference)),
                Markup.link("requests/" + reference, say("ask.check.copy-first.look", reference))));
    }

    private void arrived(Submission submission) {
        switch (submission) {
            case Submission.Accepted accepted -> {
                drafts.forget();
                go("ask/sent/" + accepted.request().reference() + AskSentView.already(accepted.alreadyAsked()));
            }
            case Submission.Merged merged -> {
                drafts.forget();
                go("ask/sent/" + merged.into() + "?merged");
            }
            case Submission.NothingToErase _ -> {
                removeAll();
                begin("ask/which", 3, Markup.h1(say("ask.nothing.title")));
                add(Markup.p(say("ask.nothing"), "lead"));
            }
        }
    }
}
