package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.retrace.identity.Roles;
import io.retrace.ledger.CompanyHolding;
import io.retrace.ledger.MyLedger;
import io.retrace.obligations.RequestProgress;
import io.retrace.requests.MyRequests;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.ui.component.Facts;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.Purposes;
import io.retrace.ui.component.Row;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;

/** One company: who it is, what of mine it got and for what, what we asked it and what it said. */
@Route(value = Routes.COMPANIES, layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class CompanyView extends Page implements HasUrlParameter<String> {

    private final MyLedger ledger;
    private final MyRequests requests;
    private final RequestProgress progress;
    private final AskDrafts drafts;

    CompanyView(MyLedger ledger, MyRequests requests, RequestProgress progress, AskDrafts drafts) {
        super("stack");
        this.ledger = ledger;
        this.requests = requests;
        this.progress = progress;
        this.drafts = drafts;
    }

    /** A company that never received anything of this person is none of theirs, so it answers like an unknown one. */
    @Override
    public void setParameter(BeforeEvent event, String slug) {
        var holding = ledger.companies().stream()
                .filter(each -> each.company().slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFound("error.not-found"));
        removeAll();
        entitle(holding.company().name());
        var back = Markup.link(Routes.COMPANIES, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("shell.nav.companies")));
        add(
                Markup.box("crumb", back),
                Markup.h1(say("company.headline", holding.company().name(), holding.photos())));
        add(Markup.p(say("company.lead", HoldingList.when(holding, words())), "lead"));
        add(Markup.box("actions", ask(holding)), about(holding), said(holding));
        add(Markup.h2(say("company.photos")));
        add(new PhotoGallery((after, limit) -> ledger.photosAt(holding.company().id(), after, limit), words()));
    }

    private Component ask(CompanyHolding holding) {
        return Markup.primary(say("company.ask"), () -> {
            drafts.begin(holding.company().id());
            getUI().ifPresent(ui -> ui.navigate("ask/check"));
        });
    }

    private Div about(CompanyHolding holding) {
        var company = holding.company();
        var purposes = new UnorderedList();
        purposes.addClassName("plain-list");
        holding.purposes().forEach(purpose -> purposes.add(new ListItem(Purposes.plain(purpose, words()))));
        return Markup.box(
                "stack",
                Markup.h2(say("company.about")),
                new Facts()
                        .fact(say("company.legal-name"), company.legalName())
                        .fact(say("company.country"), words().country(company.country()))
                        .fact(say("company.role"), say("company.role." + AnswerSentences.key(company.role()) + ".what"))
                        .fact(say("company.purposes"), purposes)
                        .fact(say("company.contact"), company.contact().value()));
    }

    private Div said(CompanyHolding holding) {
        var rows = new ArrayList<Row>();
        for (var request : requests.all()) {
            progress.companies(request.id()).stream()
                    .filter(each -> each.company().id().equals(holding.company().id()))
                    .map(each -> new CompanyRow(each, progress, words())
                            .row()
                            .with(request(request.reference().value())))
                    .forEach(rows::add);
        }
        var said = Markup.box("stack", Markup.h2(say("company.said")));
        said.add(rows.isEmpty() ? Markup.p(say("company.never-asked"), "soft") : Row.list(rows));
        return said;
    }

    private Component request(String reference) {
        return Markup.box("small", Markup.link("requests/" + reference, say("company.request", reference)));
    }
}
