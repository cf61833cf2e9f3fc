package io.retrace.ui.member;

import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.identity.Roles;
import io.retrace.ledger.MyLedger;
import io.retrace.ui.component.Choice;
import io.retrace.ui.component.Markup;
import io.retrace.ui.member.AskDraft.Scope;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;

/** Which photos, at which companies: nothing is chosen beforehand. */
@Route(value = "ask/which", layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class AskWhichView extends AskPage implements BeforeEnterObserver {

    private final AskDrafts drafts;
    private final MyLedger ledger;

    AskWhichView(AskDrafts drafts, MyLedger ledger) {
        super("ask.which.title");
        this.drafts = drafts;
        this.ledger = ledger;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var overview = ledger.overview();
        if (overview.disclosed() == 0) {
            event.forwardTo(AskWhatView.class);
            return;
        }
        var draft = drafts.read();
        if (draft.what() == null) {
            event.forwardTo(AskWhatView.class);
            return;
        }
        var chosen = draft.scope();
        var question = new FieldSet();
        question.addClassName("choices");
        question.getElement().setAttribute("aria-labelledby", "question");
        for (var scope : Scope.values()) {
            var key = scope.name().toLowerCase(Locale.ROOT);
            var hint = scope == Scope.ALL
                    ? say("ask.which.all.hint", overview.disclosed(), overview.companies())
                    : say("ask.which." + key + ".hint");
            question.add(Choice.radio(
                    "which",
                    key,
                    say("ask.which." + key),
                    hint,
                    scope == chosen,
                    () -> drafts.keep(drafts.read().of(scope))));
        }
        var headline = Markup.h1(say(draft.copy() ? "ask.which.copy.title" : "ask.which.title"));
        headline.setId("question");
        begin("ask", 2, headline);
        add(question, Markup.box("actions", Markup.primary(say("ask.continue"), this::goOn)));
    }

    private void goOn() {
        switch (drafts.read().scope()) {
            case ALL -> go("ask/check");
            case PHOTOS -> go("ask/photos");
            case COMPANIES -> go("ask/companies");
            case null -> show("ask.which.missing", "which-all");
        }
    }
}
