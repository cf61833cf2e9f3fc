package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import io.retrace.obligations.Attestation;
import io.retrace.obligations.CompanyObligation;
import io.retrace.ui.component.AnswerFacts;
import io.retrace.ui.component.CompanyTag;
import io.retrace.ui.component.Facts;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;

/** The company’s own proof of what it said and when: every version, the one in force first. */
final class Proof extends Div {

    /** @param waiting how many of those whom the company named as recipients have not answered, as far as it told */
    Proof(CompanyObligation obligation, boolean justSent, long waiting, String amendPath, ProofFile file, Words words) {
        addClassNames("stack", "proof");
        var inForce = obligation.answers().getLast();
        add(Markup.p(
                words.say(
                        "partner.line",
                        obligation.reference().value(),
                        words.date(obligation.due()),
                        obligation.legal()),
                "small",
                "soft",
                "num"));
        if (justSent) add(thanks(inForce, waiting, words));
        else add(Markup.h1(words.say("partner.proof.title", words.date(inForce.receivedAt()))));
        add(Markup.box(
                "actions",
                new CompanyTag(inForce.outcome(), words),
                Markup.span(words.say("partner.proof.word"), "small", "soft")));
        if (obligation.forgotten())
            add(Markup.p(words.say("partner.forgotten." + obligation.kind().key()), "notice"));
        for (var answer : obligation.answers().reversed()) add(version(answer, answer.equals(inForce), words));
        add(Markup.box(
                "actions",
                Markup.link(amendPath, words.say("partner.amend"), "btn", "quiet"),
                file,
                Markup.button(words.say("partner.print"), "btn quiet", this::print)));
        add(Markup.p(words.say("partner.amend.note"), "small", "soft"));
    }

    private void print() {
        getElement().executeJs("window.print()");
    }

    private static Div thanks(Attestation answer, long waiting, Words words) {
        return Markup.box(
                "confirmation stack",
                Markup.h1(words.say("partner.sent.title")),
                Markup.p(words.say(
                        waiting == 0 ? "partner.sent.text" : "partner.sent.text.waiting",
                        words.time(answer.receivedAt()),
                        waiting)));
    }

    private static Section version(Attestation answer, boolean inForce, Words words) {
        var section = new Section(
                Markup.h2(words.say(
                        inForce ? "answer.version.current" : "answer.version.earlier",
                        answer.version(),
                        words.date(answer.receivedAt()))),
                new Facts()
                        .fact(words.say("partner.proof.received"), words.time(answer.receivedAt()))
                        .fact(
                                words.say("partner.proof.id"),
                                Markup.span(answer.form().answerId(), "ref"))
                        .fact(
                                words.say("partner.proof.items"),
                                words.say("partner.proof.counts", answer.erasedItems(), answer.keptItems())));
        var amends = answer.form().amends();
        if (amends != null) section.add(Markup.p(words.say("answer.amends", amends), "notice"));
        var said = new AnswerFacts(answer.form(), words).withItems(answer.form());
        section.add(inForce ? said : Markup.details(words.say("partner.proof.show"), said));
        section.addClassNames("card", "stack", "version");
        return section;
    }
}
