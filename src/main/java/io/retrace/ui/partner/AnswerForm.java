package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.AttestationForm.Method;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.ui.component.Choice;
import io.retrace.ui.component.Field;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.function.Predicate;

/** The structured answer: four subjects, and behind each answer only the questions it raises. */
final class AnswerForm extends Div {

    private static final int A_NAME = 120;

    private final Sheet sheet;
    private final Words words;

    /**
     * @param differing the part in which single items are chosen; empty for a question about one item
     * @param check what the button does
     */
    AnswerForm(Sheet sheet, boolean amending, Component differing, Runnable check, Words words) {
        this.sheet = sheet;
        this.words = words;
        addClassNames("card", "answers");
        if (amending) add(part("reason", _ -> true, area(AnswerField.AMENDS, "partner.amends", 500)));
        for (var subject : Subject.values()) add(subject(subject));
        add(
                differing,
                part("erased", said(Outcome.ERASED), method(), live(), backups()),
                part("kept", said(Outcome.KEPT), duty(), day(AnswerField.DUTY_UNTIL, "partner.duty-until")),
                part(
                        "infeasible",
                        said(Outcome.INFEASIBLE),
                        reason(),
                        line(AnswerField.OFFICER, "partner.officer", A_NAME)),
                new OnwardPart(sheet, words),
                part("declarant", _ -> true, name(), line(AnswerField.TITLE, "partner.title", A_NAME), perjury()),
                Markup.box(
                        "actions send",
                        Markup.primary(words.say("partner.check"), check),
                        Markup.span(words.say("partner.check.note"), "small", "soft")));
    }

    private Question subject(Subject subject) {
        var key = AnswerField.word(subject);
        var question = new Question(
                AnswerField.of(subject),
                words.say("answer.subject." + key),
                words.say("partner.subject." + key),
                sheet);
        for (var outcome : Outcome.values())
            question.answer(outcome.name(), words.say("answer.outcome." + AnswerField.word(outcome)));
        return question;
    }

    /** A group of fields that stands on the page only while it is needed. */
    private Div part(String heading, Predicate<AnswerDraft> needed, Component... fields) {
        var part = Markup.box("fields", Markup.h2(words.say("partner.part." + heading)));
        part.add(fields);
        sheet.show(draft -> part.setVisible(needed.test(draft)));
        return part;
    }

    private static Predicate<AnswerDraft> said(Outcome outcome) {
        return draft -> draft.said().contains(outcome);
    }

    private Component method() {
        var question = new Question(AnswerField.METHOD, words.say("partner.method"), "", sheet);
        question.addClassName("below");
        for (var method : Method.values())
            question.answer(method.name(), words.say("answer.method." + AnswerField.word(method)));
        return question;
    }

    private Component live() {
        return day(AnswerField.LIVE_ERASED, "partner.live");
    }

    private Component backups() {
        return day(AnswerField.BACKUPS, "partner.backups").hint(words.say("partner.backups.hint"));
    }

    private Component duty() {
        return area(AnswerField.DUTY, "partner.duty", 500).hint(words.say("partner.duty.hint"));
    }

    private Component reason() {
        return area(AnswerField.REASON, "partner.infeasible", 2000).hint(words.say("partner.infeasible.hint"));
    }

    private Component name() {
        return line(AnswerField.NAME, "partner.name", A_NAME).of("autocomplete", "name");
    }

    private Component perjury() {
        return Choice.box(
                AnswerField.id(AnswerField.PERJURY),
                words.say("partner.perjury"),
                words.say("partner.perjury.hint"),
                !sheet.text(AnswerField.PERJURY).isEmpty(),
                chosen -> sheet.put(AnswerField.PERJURY, chosen ? "yes" : ""));
    }

    private Field line(String field, String key, int most) {
        return Field.line(AnswerField.id(field), words.say(key), sheet.text(field), text -> sheet.put(field, text))
                .of("maxlength", String.valueOf(most))
                .problem(sheet.problem(field));
    }

    private Field area(String field, String key, int most) {
        return Field.area(AnswerField.id(field), words.say(key), sheet.text(field), text -> sheet.put(field, text))
                .of("maxlength", String.valueOf(most))
                .problem(sheet.problem(field));
    }

    private Field day(String field, String key) {
        return Field.day(AnswerField.id(field), words.say(key), sheet.text(field), text -> sheet.put(field, text))
                .problem(sheet.problem(field));
    }
}
