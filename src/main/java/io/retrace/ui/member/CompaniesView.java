package io.retrace.ui.member;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.identity.Roles;
import io.retrace.ledger.MyLedger;
import io.retrace.obligations.RequestProgress;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;

/** Every company that received something. */
@Route(value = Routes.COMPANIES, layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class CompaniesView extends Page implements BeforeEnterObserver {

    private final MyLedger ledger;
    private final RequestProgress progress;

    CompaniesView(MyLedger ledger, RequestProgress progress) {
        super("stack");
        this.ledger = ledger;
        this.progress = progress;
        entitle(say("shell.nav.companies"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var holdings = ledger.companies();
        removeAll();
        add(Markup.h1(say("member.companies.headline", holdings.size())));
        if (holdings.isEmpty()) {
            add(Markup.p(say("member.home.none"), "lead"));
            return;
        }
        add(Markup.p(say("member.companies.lead"), "lead"), new HoldingList(holdings, progress.words(), words()));
    }
}
