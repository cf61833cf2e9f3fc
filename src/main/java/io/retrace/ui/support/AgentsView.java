package io.retrace.ui.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.agents.Agent;
import io.retrace.agents.AgentRegistry;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.requests.Drafts;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Time;
import io.retrace.ui.shell.Routes;
import io.retrace.ui.shell.StepUp;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Authorised agents: staff see them, and a support lead registers them. */
@Route(value = Routes.SUPPORT + "/agents", layout = SupportLayout.class)
@RolesAllowed({Roles.SUPPORT, Roles.SUPPORT_LEAD})
class AgentsView extends Page implements BeforeEnterObserver {

    private static final String PATH = Routes.SUPPORT + "/agents";

    private final AgentRegistry registry;
    private final Div result = Markup.box("result");
    private final Div table = new Div();
    private final @Nullable AgentForm form;

    AgentsView(AgentRegistry registry, Drafts drafts, CurrentUser user) {
        super("audit");
        this.registry = registry;
        form = user.has(Roles.SUPPORT_LEAD) ? new AgentForm(drafts, words(), this::save) : null;
        entitle(say("agents.title"));
        result.getElement().setAttribute("role", "status");
        add(
                Markup.box("head", Markup.h1(say("agents.title"))),
                Markup.p(say("agents.lead"), "soft", "page"),
                result,
                table);
        add(form != null ? form : Markup.p(say("agents.register.lead-only"), "small", "soft"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        var columns = new ArrayList<>(List.of(
                say("agents.agent"),
                say("agents.id"),
                say("agents.endpoint"),
                say("agents.paired"),
                say("agents.state")));
        if (form != null) columns.add(say("agents.register"));
        var rows = new Table(say("agents.title"), columns.toArray(String[]::new));
        registry.agents().forEach(agent -> rows.row(cells(agent)));
        table.removeAll();
        table.add(rows.or(say("agents.none")));
    }

    private Component paired(Agent agent) {
        var at = agent.pairedAt();
        return at == null ? Markup.span(say("agents.paired.never"), "soft") : new Time(at, words());
    }

    private Component[] cells(Agent agent) {
        var cells = new ArrayList<Component>(List.of(
                Markup.span(agent.name()),
                Markup.span(agent.id().value()),
                Markup.span(agent.endpoint().toString()),
                paired(agent),
                Markup.span(say(agent.active() ? "agents.active" : "agents.inactive"))));
        if (form != null) cells.add(change(agent, form));
        return cells.toArray(Component[]::new);
    }

    private Component change(Agent agent, AgentForm filled) {
        var button = Markup.button(say("agents.change"), "btn quiet slim", () -> filled.fill(agent));
        button.setAriaLabel(say("agents.change.of", agent.name()));
        return button;
    }

    private void save() {
        if (form == null) return;
        result.removeAll();
        try {
            var agent = registry.register(form.details());
            form.forget();
            result.add(Markup.p(say("agents.saved", agent.name()), "notice"));
            show();
        } catch (RuleViolation refusal) {
            form.show(refusal);
        } catch (Conflict refusal) { // a colleague was quicker
            result.add(Markup.p(say(refusal.key(), refusal.arguments().toArray()), "notice", "danger"));
            show();
        } catch (StepUpRequired e) { // what was typed is kept meanwhile
            UI.getCurrent().getPage().setLocation(StepUp.address("/" + PATH));
        }
    }
}
