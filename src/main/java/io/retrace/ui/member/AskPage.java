package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import io.retrace.ui.component.ErrorSummary;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;

/** One question of the way to a request: a way back, the question, and an error summary when nothing was chosen. */
abstract class AskPage extends Page {

    private final Div problem = new Div();

    AskPage(String titleKey) {
        super("stack", "page", "question");
        entitle(say(titleKey));
    }

    final void begin(String backPath, int step, Component headline) {
        var back = Markup.link(backPath, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("ask.back")));
        problem.removeAll();
        add(Markup.box("crumb", back), problem, Markup.p(say("ask.step", step, 3), "small", "soft", "step"), headline);
    }

    final void show(String problemKey, String fieldId) {
        problem.removeAll();
        problem.add(new ErrorSummary(say(problemKey), fieldId, words()));
    }

    final void go(String path) {
        var parts = path.split("\\?", 2); // a path that is navigated to holds no query
        var query = parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]);
        getUI().ifPresent(ui -> ui.navigate(parts[0], query));
    }
}
