package io.retrace.ui.member;

import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.identity.Roles;
import io.retrace.ledger.MyLedger;
import io.retrace.ui.component.Choice;
import io.retrace.ui.component.Markup;
import io.retrace.ui.member.AskDraft.What;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;

/** What to ask of the companies, each right in one plain sentence; nothing is chosen beforehand. */
@Route(value = "ask", layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class AskWhatView extends AskPage implements BeforeEnterObserver {

    private final AskDrafts drafts;
    private final MyLedger ledger;

    AskWhatView(AskDrafts drafts, MyLedger ledger) {
        super("ask.what.title");
        this.drafts = drafts;
        this.ledger = ledger;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var headline = Markup.h1(say("ask.what.title"));
        headline.setId("question");
        begin(Routes.MEMBER, 1, headline);
        if (ledger.overview().disclosed() == 0) {
            add(Markup.p(say("member.home.none"), "lead"));
            return;
        }
        var chosen = drafts.read().what();
        var question = new FieldSet();
        question.addClassName("choices");
        question.getElement().setAttribute("aria-labelledby", "question");
        for (var what : What.values()) {
            var key = what.name().toLowerCase(Locale.ROOT);
            question.add(Choice.radio(
                    "what",
                    key,
                    say("ask.what." + key),
                    say("ask.what." + key + ".hint"),
                    what == chosen,
                    () -> drafts.keep(drafts.read().of(what))));
        }
        add(
                question,
                Markup.p(say("ask.what.app"), "notice"),
                Markup.box("actions", Markup.primary(say("ask.continue"), this::goOn)));
    }

    private void goOn() {
        if (drafts.read().what() == null) show("ask.what.missing", "what-copy");
        else go("ask/which");
    }
}
