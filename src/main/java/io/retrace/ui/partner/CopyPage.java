package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.CompanyObligation;
import io.retrace.ui.component.ErrorSummary;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Routes;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What to send, why it is lawful to ask, by when, about which items; and the form to answer. */
final class CopyPage extends Div {

    private static final int LISTED = 50;

    private final CompanyObligation obligation;
    private final Words words;

    CopyPage(
            CompanyObligation obligation,
            Sheet sheet,
            QuestionPage.Items items,
            CopyUpload upload,
            Runnable check,
            Consumer<@Nullable LocalDate> acknowledge,
            Words words) {
        this.obligation = obligation;
        this.words = words;
        addClassName("stack");
        var amending = !obligation.copies().isEmpty();
        var left = Markup.box(
                "stack",
                line(),
                Markup.h1(words.say(amending ? "partner.headline.amend" : "partner.copy.headline", obligation.items())),
                Markup.p(words.say("partner.copy.lead"), "lead"),
                lawful());
        if (!amending) left.add(new Acknowledging(obligation, sheet.problem("expected-by"), acknowledge, words));
        left.add(
                Markup.h2(words.say(amending ? "partner.form.amend" : "partner.form")),
                new CopyQuestions(sheet, amending, upload, check, words));
        add(back());
        if (!sheet.problems().isEmpty()) add(new ErrorSummary(summary(sheet.problems()), words));
        add(Markup.box("two with-items", left, new ItemList(obligation, after -> items.after(after, LISTED), words)));
    }

    private static java.util.List<ErrorSummary.Problem> summary(Map<String, String> problems) {
        return problems.entrySet().stream()
                .map(problem -> new ErrorSummary.Problem(problem.getValue(), AnswerField.id(problem.getKey())))
                .toList();
    }

    private Component back() {
        var back = Markup.link(Routes.COMPANY, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(words.say("partner.back")));
        return Markup.box("crumb", back);
    }

    private Component line() {
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

    private Component lawful() {
        return Markup.details(
                words.say("partner.lawful"),
                Markup.p(words.say("partner.copy.lawful.right", obligation.legal())),
                Markup.p(words.say("partner.copy.lawful.what")),
                Markup.p(words.say("partner.lawful.who")),
                Markup.p(words.say(
                        "partner.lawful.due", words.date(obligation.askedAt()), words.date(obligation.due()))));
    }
}
