package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.CompanyItem;
import io.retrace.obligations.CompanyObligation;
import io.retrace.shared.Slice;
import io.retrace.ui.component.ErrorSummary;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page on which a company answers: what is wrong, the question, and the items beside it. */
abstract class AnsweringPage extends Div {

    private static final int LISTED = 50;

    private final CompanyObligation obligation;
    private final Words words;

    /** Gives the items after a cursor. */
    @FunctionalInterface
    interface Items {
        Slice<CompanyItem> after(@Nullable String cursor, int most);
    }

    AnsweringPage(CompanyObligation obligation, Words words) {
        this.obligation = obligation;
        this.words = words;
        addClassName("stack");
    }

    /** Puts the question beside its items. */
    final void lay(Div question, Sheet sheet, Items items) {
        if (!sheet.problems().isEmpty()) {
            var problems = sheet.problems().entrySet().stream()
                    .map(AnsweringPage::problem)
                    .toList();
            add(new ErrorSummary(problems, words));
        }
        var list = new ItemList(obligation, after -> items.after(after, LISTED), words);
        add(Markup.box("two with-items", question, list));
    }

    private static ErrorSummary.Problem problem(Map.Entry<String, String> problem) {
        return new ErrorSummary.Problem(problem.getValue(), AnswerField.id(problem.getKey()));
    }

    /** Which request, by when, under which law. */
    final Component line() {
        return Markup.p(
                words.say(
                        "partner.line",
                        obligation.reference().value(),
                        words.date(obligation.due()),
                        obligation.legal()),
                "small",
                "soft",
                "num");
    }

    /** Why it is lawful; the right and what follows from it differ by what is asked. */
    final Component lawful(String right, String duty) {
        return Markup.details(
                words.say("partner.lawful"),
                Markup.p(words.say(right, obligation.legal())),
                Markup.p(words.say(duty)),
                Markup.p(words.say("partner.lawful.who")),
                Markup.p(words.say(
                        "partner.lawful.due", words.date(obligation.askedAt()), words.date(obligation.due()))));
    }
}
