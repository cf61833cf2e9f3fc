package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.CopyForm.Said;
import io.retrace.ui.component.Choice;
import io.retrace.ui.component.Field;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.Locale;
import java.util.function.Predicate;

/** The answer about a copy: what it is, its files, what is kept back, and who declares it. */
final class CopyQuestions extends Div {

    private final Sheet sheet;
    private final Words words;

    CopyQuestions(Sheet sheet, boolean amending, CopyUpload upload, Runnable check, Words words) {
        this.sheet = sheet;
        this.words = words;
        addClassNames("card", "answers");
        if (amending) add(part("reason", _ -> true, area(AnswerField.AMENDS, "partner.amends", "", 500)));
        var files = part("files", draft -> !CopyAnswering.says(draft, Said.HAD_NOTHING), upload);
        files.setId(AnswerField.id(CopyAnswering.FILES));
        files.getElement().setAttribute("tabindex", "-1");
        add(
                said(),
                files,
                part(
                        "withheld",
                        draft -> CopyAnswering.says(draft, Said.WITHHELD),
                        area(CopyAnswering.LAW, "partner.copy.law", "partner.copy.law.hint", 500),
                        area(CopyAnswering.REASON, "partner.copy.reason", "partner.copy.reason.hint", 2000)),
                part(
                        "declarant",
                        _ -> true,
                        line(AnswerField.NAME, "partner.name").of("autocomplete", "name"),
                        line(AnswerField.TITLE, "partner.title"),
                        perjury()),
                Markup.box(
                        "actions send",
                        Markup.primary(words.say("partner.check"), check),
                        Markup.span(words.say("partner.check.note"), "small", "soft")));
    }

    private Question said() {
        var question = new Question(
                CopyAnswering.SAID, words.say("partner.copy.said"), words.say("partner.copy.said.hint"), sheet);
        question.addClassName("below");
        for (var said : Said.values()) {
            var key = said.name().toLowerCase(Locale.ROOT).replace('_', '-');
            question.answer(said.name(), words.say("partner.copy.said." + key));
        }
        return question;
    }

    private Div part(String heading, Predicate<AnswerDraft> needed, Component... fields) {
        var part = Markup.box("fields", Markup.h2(words.say("partner.part." + heading)));
        part.add(fields);
        sheet.show(draft -> part.setVisible(needed.test(draft)));
        return part;
    }

    private Component perjury() {
        return Choice.box(
                AnswerField.id(AnswerField.PERJURY),
                words.say("partner.perjury"),
                words.say("partner.perjury.hint"),
                !sheet.text(AnswerField.PERJURY).isEmpty(),
                chosen -> sheet.put(AnswerField.PERJURY, chosen ? "yes" : ""));
    }

    private Field line(String field, String key) {
        return Field.line(AnswerField.id(field), words.say(key), sheet.text(field), text -> sheet.put(field, text))
                .of("maxlength", "120")
                .problem(sheet.problem(field));
    }

    private Field area(String field, String key, String hint, int most) {
        return Field.area(AnswerField.id(field), words.say(key), sheet.text(field), text -> sheet.put(field, text))
                .of("maxlength", String.valueOf(most))
                .hint(hint.isEmpty() ? "" : words.say(hint))
                .problem(sheet.problem(field));
    }
}
