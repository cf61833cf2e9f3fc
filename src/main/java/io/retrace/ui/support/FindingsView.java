package io.retrace.ui.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.evidence.LogFinding;
import io.retrace.evidence.LogFindings;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.requests.Drafts;
import io.retrace.shared.DomainException;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.ui.component.ErrorSummary;
import io.retrace.ui.component.Field;
import io.retrace.ui.component.FindingFacts;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Announcer;
import io.retrace.ui.shell.Routes;
import io.retrace.ui.shell.StepUp;
import jakarta.annotation.security.RolesAllowed;

/** Contradictions in the evidence log: staff see that nothing is signed, and a support lead lets it go on. */
@Route(value = Routes.SUPPORT + "/findings", layout = SupportLayout.class)
@RolesAllowed({Roles.SUPPORT, Roles.SUPPORT_LEAD})
class FindingsView extends Page implements BeforeEnterObserver {

    static final String PATH = Routes.SUPPORT + "/findings";

    private final LogFindings findings;
    private final Drafts drafts;
    private final boolean lead;

    FindingsView(LogFindings findings, Drafts drafts, CurrentUser user) {
        super("page");
        this.findings = findings;
        this.drafts = drafts;
        this.lead = user.has(Roles.SUPPORT_LEAD);
        entitle(say("finding.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        var back = Markup.link(Routes.SUPPORT, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("shell.nav.queue")));
        add(
                Markup.box("crumb", back),
                Markup.box("head", Markup.h1(say("finding.title"))),
                Markup.p(say("finding.lead"), "soft", "lead-in"));
        var all = findings.all();
        if (all.isEmpty()) add(Markup.p(say("finding.none"), "card"));
        all.forEach(found -> add(card(found)));
    }

    private Component card(LogFinding found) {
        var card = new FindingFacts(found, words());
        if (found.settled() != null) return card;
        if (!lead) {
            card.add(Markup.p(say("finding.lead-only"), "small", "soft"));
            return card;
        }
        var form = Markup.box("stack");
        ask(found, form, "");
        card.add(form);
        return card;
    }

    private void ask(LogFinding found, Div form, String problem) {
        form.removeAll();
        var field = "why-" + found.no();
        if (!problem.isEmpty()) form.add(new ErrorSummary(problem, field, words()));
        var typed = drafts.read(draft(found)).orElse("");
        form.add(
                Field.area(field, say("finding.why"), typed, text -> drafts.keep(draft(found), text))
                        .of("maxlength", "2000")
                        .hint(say("finding.why.hint"))
                        .problem(problem),
                Markup.box("actions", Markup.button(say("finding.settle"), "btn quiet", () -> settle(found, form))));
    }

    private void settle(LogFinding found, Div form) {
        try {
            findings.settle(found.no(), drafts.read(draft(found)).orElse(""));
            drafts.forget(draft(found));
            show();
            Announcer.say(say("finding.settled.done"));
        } catch (RuleViolation refusal) {
            ask(found, form, text(refusal));
        } catch (Conflict refusal) { // a colleague was quicker
            show();
            Announcer.say(text(refusal));
        } catch (StepUpRequired e) { // the note is kept meanwhile
            UI.getCurrent().getPage().setLocation(StepUp.address("/" + PATH));
        }
    }

    private String text(DomainException refusal) {
        return say(refusal.key(), refusal.arguments().toArray());
    }

    private static String draft(LogFinding found) {
        return "finding:" + found.no();
    }
}
