package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import io.retrace.obligations.CompanyObligation;
import io.retrace.obligations.CopyAnswer;
import io.retrace.ui.component.CompanyTag;
import io.retrace.ui.component.CopyFacts;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;

/** The company’s own proof of what it said about a copy, and when: every version, the one in force first. */
final class CopyProof extends Div {

    CopyProof(CompanyObligation obligation, boolean justSent, String amendPath, ProofFile file, Words words) {
        addClassNames("stack", "proof");
        var inForce = obligation.copies().getLast();
        add(Markup.p(
                words.say(
                        "partner.line",
                        obligation.reference().value(),
                        words.date(obligation.due()),
                        obligation.legal()),
                "small",
                "soft",
                "num"));
        if (justSent)
            add(
                    Markup.h1(words.say("partner.sent.title")),
                    Markup.p(words.say("partner.sent.text", words.time(inForce.receivedAt())), "lead"));
        else add(Markup.h1(words.say("partner.proof.title", words.date(inForce.receivedAt()))));
        add(Markup.box(
                "actions",
                new CompanyTag(inForce.outcome(), words),
                Markup.span(words.say("partner.proof.word"), "small", "soft")));
        if (obligation.forgotten())
            add(Markup.p(words.say("partner.forgotten." + obligation.kind().key()), "notice"));
        for (var answer : obligation.copies().reversed()) add(version(answer, answer.equals(inForce), words));
        var actions = Markup.box("actions", file);
        add(actions);
        if (obligation.forgotten()) return; // it takes no further files
        actions.addComponentAsFirst(Markup.link(amendPath, words.say("partner.amend"), "btn", "quiet"));
        add(Markup.p(words.say("partner.amend.note"), "small", "soft"));
    }

    private static Section version(CopyAnswer answer, boolean inForce, Words words) {
        var section = new Section();
        section.addClassNames("card", "stack");
        section.add(Markup.h2(words.say(
                inForce ? "answer.version.current" : "answer.version.earlier",
                answer.version(),
                words.time(answer.receivedAt()))));
        var amends = answer.form().amends();
        if (amends != null) section.add(Markup.p(words.say("answer.amends", amends), "soft"));
        section.add(new CopyFacts(answer.form(), words));
        return section;
    }
}
