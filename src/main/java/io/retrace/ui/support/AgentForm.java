package io.retrace.ui.support;

import com.vaadin.flow.component.html.Div;
import io.retrace.agents.Agent;
import io.retrace.agents.AgentDetails;
import io.retrace.requests.Drafts;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.ui.component.ErrorSummary;
import io.retrace.ui.component.Field;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What there is to know of an agent; kept as a draft, because to save it the sign-in has to be proved again. */
final class AgentForm extends Div {

    private static final List<String> FIELDS = List.of("id", "name", "verify_key", "endpoint", "active");

    private final Drafts drafts;
    private final Words words;
    private final Runnable save;

    AgentForm(Drafts drafts, Words words, Runnable save) {
        this.drafts = drafts;
        this.words = words;
        this.save = save;
        addClassName("stack");
        show(null);
    }

    /** What was typed; throws {@code RuleViolation}. */
    AgentDetails details() {
        return AgentDetails.parse(
                typed("id"),
                typed("name"),
                typed("verify_key"),
                typed("endpoint"),
                !typed("active").equals("no"));
    }

    void fill(Agent agent) {
        keep("id", agent.id().value());
        keep("name", agent.name());
        keep("verify_key", Base64.getEncoder().encodeToString(agent.key().raw()));
        keep("endpoint", agent.endpoint().toString());
        keep("active", agent.active() ? "yes" : "no");
        show(null);
    }

    void forget() {
        FIELDS.forEach(field -> drafts.forget(draft(field)));
        show(null);
    }

    void show(@Nullable RuleViolation problem) {
        removeAll();
        add(Markup.h2(words.say("agents.register")));
        if (problem != null) {
            var field = Objects.requireNonNullElse(problem.field(), "id");
            add(new ErrorSummary(text(problem), element(field), words));
        }
        var answers = new LinkedHashMap<>(
                Map.of("yes", words.say("agents.field.active.yes"), "no", words.say("agents.field.active.no")));
        add(
                line("id", words.say("agents.field.id"), problem).of("maxlength", "64"),
                line("name", words.say("agents.field.name"), problem).of("maxlength", "200"),
                line("verify_key", words.say("agents.field.key"), problem)
                        .of("maxlength", "100")
                        .hint(words.say("agents.field.key.hint")),
                line("endpoint", words.say("agents.field.endpoint"), problem)
                        .of("maxlength", "2000")
                        .hint(words.say("agents.field.endpoint.hint")),
                Field.choice(
                        element("active"),
                        words.say("agents.field.active"),
                        typed("active").isEmpty() ? "yes" : typed("active"),
                        answers,
                        text -> keep("active", text)),
                Markup.box("actions", Markup.primary(words.say("agents.save"), save)));
    }

    private Field line(String field, String label, @Nullable RuleViolation problem) {
        return Field.line(element(field), label, typed(field), text -> keep(field, text))
                .problem(problem != null && field.equals(problem.field()) ? text(problem) : "");
    }

    private String text(RuleViolation problem) {
        return words.say(problem.key(), problem.arguments().toArray());
    }

    private String typed(String field) {
        return drafts.read(draft(field)).orElse("");
    }

    private void keep(String field, String text) {
        drafts.keep(draft(field), text);
    }

    private static String draft(String field) {
        return "agent:" + field.replace('_', '-');
    }

    private static String element(String field) {
        return "agent-" + field.replace('_', '-');
    }
}
