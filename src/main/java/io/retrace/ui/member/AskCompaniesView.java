package io.retrace.ui.member;

import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.identity.Roles;
import io.retrace.ledger.MyLedger;
import io.retrace.ui.component.Choice;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Purposes;
import jakarta.annotation.security.RolesAllowed;

/** Choosing companies; each tick is kept on the server at once. */
@Route(value = "ask/companies", layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class AskCompaniesView extends AskPage implements BeforeEnterObserver {

    private static final String BOX = "company-";

    private final AskDrafts drafts;
    private final MyLedger ledger;

    AskCompaniesView(AskDrafts drafts, MyLedger ledger) {
        super("ask.companies.title");
        this.drafts = drafts;
        this.ledger = ledger;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var chosen = drafts.read().companies();
        var choices = new FieldSet();
        choices.addClassName("choices");
        choices.getElement().setAttribute("aria-labelledby", "question");
        for (var holding : ledger.companies()) {
            var company = holding.company();
            choices.add(Choice.box(
                    BOX + company.slug(),
                    company.name(),
                    say("member.holding", holding.photos(), Purposes.list(holding.purposes(), words())),
                    chosen.contains(company.id().value()),
                    now -> drafts.keep(drafts.read().with(company.id(), now))));
        }
        var headline = Markup.h1(say("ask.companies.title"));
        headline.setId("question");
        begin("ask/which", 2, headline);
        add(choices, Markup.box("actions", Markup.primary(say("ask.continue"), this::goOn)));
    }

    private void goOn() {
        var draft = drafts.read().of(AskDraft.Scope.COMPANIES);
        drafts.keep(draft);
        if (draft.companies().isEmpty()) show("ask.companies.missing", BOX + first());
        else go("ask/check");
    }

    private String first() {
        return ledger.companies().stream()
                .findFirst()
                .map(holding -> holding.company().slug())
                .orElse("");
    }
}
