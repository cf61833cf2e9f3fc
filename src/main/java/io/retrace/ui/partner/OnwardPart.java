package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.retrace.ui.component.Field;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Announcer;

/** Whom the company passed the items on to: nobody, or one row for each. */
final class OnwardPart extends Div {

    private static final int MOST = 100;

    private final Sheet sheet;
    private final Words words;
    private final Div recipients = Markup.box("stack");

    OnwardPart(Sheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
        addClassName("fields");
        var passed = new Question(
                        AnswerField.ONWARD, words.say("partner.onward.passed"), words.say("partner.onward.hint"), sheet)
                .answer("no", words.say("partner.onward.no"))
                .answer("yes", words.say("partner.onward.yes"))
                .whenChosen(_ -> show());
        passed.addClassName("below");
        add(Markup.h2(words.say("partner.part.onward")), passed, recipients);
        sheet.show(draft -> setVisible(AnswerProblems.asksForOnward(draft)));
        show();
    }

    private void show() {
        recipients.removeAll();
        if (!sheet.text(AnswerField.ONWARD).equals("yes")) return;
        if (sheet.draft().recipients() == 0) sheet.change(AnswerDraft::withRecipient);
        for (int i = 0; i < sheet.draft().recipients(); i++) recipients.add(recipient(i));
        if (sheet.draft().recipients() < MOST)
            recipients.add(Markup.button(words.say("partner.onward.add"), "btn quiet slim", this::another));
    }

    private Component recipient(int i) {
        var row = Markup.box(
                "recipient",
                field(
                        i,
                        "name",
                        Field.line(
                                        id(i, "name"),
                                        words.say("partner.onward.name"),
                                        text(i, "name"),
                                        text -> put(i, "name", text))
                                .of("maxlength", "200")),
                field(
                        i,
                        "told_on",
                        Field.day(
                                id(i, "told_on"),
                                words.say("partner.onward.told"),
                                text(i, "told_on"),
                                text -> put(i, "told_on", text))),
                field(
                        i,
                        "answered_on",
                        Field.day(
                                id(i, "answered_on"),
                                words.say("partner.onward.answered"),
                                text(i, "answered_on"),
                                text -> put(i, "answered_on", text))));
        var remove = Markup.button(words.say("partner.onward.remove"), "link", () -> without(i));
        remove.setAriaLabel(words.say("partner.onward.remove.row", i + 1));
        row.add(remove);
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", words.say("partner.onward.row", i + 1));
        return row;
    }

    private Field field(int i, String name, Field field) {
        return field.problem(sheet.problem(AnswerField.onward(i, name)));
    }

    private void another() {
        sheet.change(AnswerDraft::withRecipient);
        show();
        focus(id(sheet.draft().recipients() - 1, "name"));
    }

    private void without(int i) {
        sheet.change(draft -> draft.withoutRecipient(i));
        show();
        Announcer.say(words.say("partner.onward.removed"));
        focus(id(0, "name"));
    }

    private void focus(String id) {
        getElement().executeJs("const field = document.getElementById($0); if (field) field.focus();", id);
    }

    private static String id(int i, String name) {
        return AnswerField.id(AnswerField.onward(i, name));
    }

    private String text(int i, String name) {
        return sheet.text(AnswerField.onward(i, name));
    }

    private void put(int i, String name, String text) {
        sheet.put(AnswerField.onward(i, name), text);
    }
}
