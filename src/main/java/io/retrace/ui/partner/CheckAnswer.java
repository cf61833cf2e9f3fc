package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.AttestationForm;
import io.retrace.obligations.CompanyObligation;
import io.retrace.ui.component.AnswerFacts;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;

/** What would be sent, in full, before it is: once sent it stands, and can only be amended. */
final class CheckAnswer extends Div {

    CheckAnswer(
            CompanyObligation obligation,
            AttestationForm answer,
            AnswerDraft draft,
            String changePath,
            Runnable send,
            Words words) {
        addClassNames("stack", "page");
        add(
                Markup.p(words.say("partner.line.short", obligation.reference().value()), "small", "soft", "num"),
                Markup.h1(words.say("partner.check.title")),
                Markup.p(words.say("partner.check.lead", obligation.items()), "lead"));
        if (answer.amends() != null) add(Markup.p(words.say("partner.check.amends", answer.amends()), "notice"));
        add(new AnswerFacts(answer, words).withItems(answer));
        var listed = ListedItems.of(draft);
        listed.differing(draft)
                .forEach((outcome, items) -> add(Markup.p(words.say(
                        "partner.check.listed", items, words.say("answer.outcome." + AnswerField.word(outcome))))));
        if (listed.refused() > 0) add(Markup.p(words.say("partner.list.lost", listed.refused()), "notice", "danger"));
        add(
                Markup.p(
                        words.say(
                                answer.declarant().perjury()
                                        ? "partner.check.declare.perjury"
                                        : "partner.check.declare",
                                answer.declarant().name(),
                                answer.declarant().title()),
                        "notice"),
                Markup.box(
                        "actions",
                        Markup.primary(words.say("partner.check.send"), send),
                        Markup.link(changePath, words.say("partner.check.change"), "btn", "quiet")));
    }
}
